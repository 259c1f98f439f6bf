using Common.Abstractions;
using Common.Exceptions.Internal;

namespace Common.Exceptions;

/// <summary>Marks calls whose method is not idempotent as safe to repeat. All members are thread-safe, as far as the request is.</summary>
public static class IdempotencyKey
{
    /// <summary>The header that carries the key.</summary>
    [WireHeader(
        "Names an operation, so that the receiver does it once however often the request arrives."
    )]
    public const string Header = "Idempotency-Key";

    /// <summary>Says that a request may be sent again, and names the operation to the receiver, which does it once.</summary>
    /// <param name="request">The request.</param>
    /// <param name="key">The operation's key, or <see langword="null"/> for a new one. Every attempt carries the same.</param>
    /// <returns><paramref name="request"/>.</returns>
    /// <exception cref="ArgumentException"><paramref name="key"/> is blank.</exception>
    public static HttpRequestMessage WithIdempotencyKey(
        this HttpRequestMessage request,
        string? key = null
    )
    {
        ArgumentNullException.ThrowIfNull(request);
        key ??= Guid.NewGuid().ToString();
        ArgumentException.ThrowIfNullOrWhiteSpace(key);
        request.Headers.Remove(Header);
        request.Headers.Add(Header, key);
        return request;
    }

    /// <summary>Says whether a request may be sent again: its method is idempotent (RFC 9110, section 9.2.2), or it carries a key.</summary>
    /// <param name="request">The request.</param>
    /// <returns><see langword="true"/> if repeating it does not do its work twice.</returns>
    public static bool IsSafeToRepeat(this HttpRequestMessage request)
    {
        ArgumentNullException.ThrowIfNull(request);
        return Idempotency.IsSafeToRepeat(request);
    }
}
