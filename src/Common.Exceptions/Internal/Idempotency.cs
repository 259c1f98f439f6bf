namespace Common.Exceptions.Internal;

internal static class Idempotency
{
    /// <summary>Whether a request may be sent again: by its method (RFC 9110, section 9.2.2), or because it names a key.</summary>
    public static bool IsSafeToRepeat(HttpRequestMessage? request) =>
        request is not null
        && (
            request.Method == HttpMethod.Get
            || request.Method == HttpMethod.Head
            || request.Method == HttpMethod.Put
            || request.Method == HttpMethod.Delete
            || request.Method == HttpMethod.Options
            || request.Method == HttpMethod.Trace
            || request.Headers.Contains(IdempotencyKey.Header)
        );
}
