namespace Common.Analyzers.Logging;

/// <summary>The names and levels of event kinds, by number. A test compares them with the enumeration.</summary>
internal static class KindNames
{
    public const int Audit = 4;

    public static readonly string[] Kinds =
    [
        "Diagnostic",
        "Lifecycle",
        "Completed",
        "Rejected",
        "Audit",
        "Retrying",
        "Degraded",
        "Deprecated",
        "Failed",
        "Fatal",
    ];

    /// <summary>The platform's level of a kind.</summary>
    public static string Level(int kind) =>
        kind switch
        {
            0 => "Debug",
            <= 4 => "Information",
            <= 7 => "Warning",
            8 => "Error",
            _ => "Critical",
        };
}
