namespace Common.Analyzers.Time;

/// <summary>Names that end in a unit of time: <c>timeoutMs</c>, <c>RetryAfterSeconds</c>.</summary>
internal static class DurationNames
{
    private static readonly string[] Units =
    [
        "Ms",
        "Msec",
        "Msecs",
        "Millis",
        "Milliseconds",
        "Sec",
        "Secs",
        "Seconds",
        "Minutes",
        "Mins",
        "Hours",
        "Days",
    ];

    private static readonly string[] Durations =
    [
        "timeout",
        "delay",
        "interval",
        "period",
        "duration",
        "ttl",
        "lifetime",
        "expiry",
        "expiration",
        "age",
        "window",
        "wait",
        "after",
        "backoff",
        "cooldown",
        "elapsed",
        "remaining",
    ];

    /// <summary>Whether a name is that of a duration and ends in its unit; what merely counts hours or days is not meant.</summary>
    public static bool IsDuration(string name)
    {
        foreach (var unit in Units)
        {
            if (name.EndsWith(unit, StringComparison.Ordinal))
            {
                var what = name.Substring(0, name.Length - unit.Length);
                return Durations.Any(d => what.EndsWith(d, StringComparison.OrdinalIgnoreCase));
            }
        }

        return false;
    }
}
