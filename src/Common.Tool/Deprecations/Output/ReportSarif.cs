using Common.Tool.Deprecations.Uses;
using Common.Tool.Release;

namespace Common.Tool.Deprecations.Output;

/// <summary>Writes a report as SARIF; what is suppressed or waived is there, and marked so.</summary>
internal static class ReportSarif
{
    /// <summary>The whole file.</summary>
    public static string Write(DeprecationReport report) =>
        Sarif.Write([.. report.Uses.Select(Finding)]);

    private static Finding Finding(Use use) =>
        new(use.Stage.Rule(), use.File, use.Line, Message(use))
        {
            Column = use.Column,
            Level = use.Stage switch
            {
                Stage.Deprecated => "note",
                Stage.Removed => "error",
                _ => "warning",
            },
            Suppression =
                use.Waiver is { } waiver ? ("external", $"{waiver.Owner}: {waiver.Reason}")
                : use.SuppressedBy is { } by ? ("inSource", by)
                : null,
        };

    private static string Message(Use use) =>
        $"'{use.Item.Name}' of {use.Item.Package}, {use.Item.Dates}: {use.Item.Advice}{(use.Manual is { } why ? $" (by hand: {why})" : "")}";
}
