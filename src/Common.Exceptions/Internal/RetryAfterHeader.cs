using NodaTime;

namespace Common.Exceptions.Internal;

internal static class RetryAfterHeader
{
    private const int LeastHugeLength = 10; // of int.MaxValue, beyond which the platform reads nothing

    private static readonly Duration Longest = Duration.FromSeconds(int.MaxValue);

    /// <summary>When the answer allows the next attempt, from now; a date counts from the answer's own Date, so that clocks need not agree.</summary>
    public static Duration? Read(HttpResponseMessage response)
    {
        var header = response.Headers.RetryAfter;
        if (header?.Delta is { } delta)
        {
            return Duration.FromTimeSpan(delta);
        }

        if (header?.Date is { } date && response.Headers.Date is { } now)
        {
            var pause = date - now;
            return Duration.FromTimeSpan(pause > TimeSpan.Zero ? pause : TimeSpan.Zero);
        }

        return IsHugeCount(response) ? Longest : null;
    }

    /// <summary>Whether there is a number of seconds that the platform does not read, since it has no limit (RFC 9110, section 10.2.3).</summary>
    private static bool IsHugeCount(HttpResponseMessage response) =>
        response.Headers.NonValidated.TryGetValues("Retry-After", out var values)
        && values.Count == 1
        && values.ToString().Trim() is { Length: >= LeastHugeLength } text
        && !text.AsSpan().ContainsAnyExceptInRange('0', '9')
        && !text.StartsWith('0');
}
