using NodaTime;

namespace Common.Exceptions.Internal;

internal static class RetryAfterHeader
{
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

        return null;
    }
}
