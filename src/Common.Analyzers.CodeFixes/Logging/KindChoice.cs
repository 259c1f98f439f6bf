namespace Common.Analyzers.CodeFixes.Logging;

/// <summary>Chooses the kind of an event that was logged at a level.</summary>
internal static class KindChoice
{
    private static readonly string[] Lifecycle =
    [
        "start",
        "stop",
        "listen",
        "shut",
        "initial",
        "configur",
        "reload",
        "connect",
        "disconnect",
        "registered",
    ];
    private static readonly string[] Rejected =
    [
        "reject",
        "refus",
        "denied",
        "invalid",
        "not found",
        "unauthori",
        "forbidden",
        "cancel",
    ];
    private static readonly string[] Retrying = ["retry", "retri", "attempt", "try again"];

    /// <summary>The kind with that level which fits the words best.</summary>
    /// <param name="level">A level of the platform, from 0 for Trace to 5 for Critical.</param>
    /// <param name="summary">The words.</param>
    public static string Of(int level, string summary) =>
        level switch
        {
            <= 1 => "Diagnostic",
            2 when Has(summary, Rejected) => "Rejected",
            2 when Has(summary, Lifecycle) => "Lifecycle",
            2 => "Completed",
            3 when Has(summary, Retrying) => "Retrying",
            3 => "Degraded",
            4 => "Failed",
            _ => "Fatal",
        };

    private static bool Has(string summary, string[] words) =>
        words.Any(word => summary.IndexOf(word, StringComparison.OrdinalIgnoreCase) >= 0);
}
