namespace Common.Analyzers.Time;

/// <summary>The members of the platform that give local times, and what gives the same in UTC.</summary>
internal static class LocalTimes
{
    public static readonly (string Type, string[] Names)[] Members =
    [
        ("System.DateTime", ["ToLocalTime"]),
        ("System.DateTimeOffset", ["ToLocalTime", "LocalDateTime"]),
        ("System.TimeProvider", ["GetLocalNow"]),
        ("System.TimeZoneInfo", ["Local"]),
    ];

    /// <summary>The name of the member in UTC, for a name of the table above.</summary>
    public static string? InUtc(string name) =>
        name switch
        {
            "ToLocalTime" => "ToUniversalTime",
            "LocalDateTime" => "UtcDateTime",
            "GetLocalNow" => "GetUtcNow",
            "Local" => "Utc",
            _ => null,
        };
}
