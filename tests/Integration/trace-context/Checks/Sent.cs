using System.Text.RegularExpressions;

namespace TraceContextChecks;

/// <summary>What the service sent on in one call.</summary>
/// <param name="TraceParents">The values of all traceparent headers.</param>
/// <param name="TraceStates">The values of all tracestate headers.</param>
internal sealed partial record Sent(string[] TraceParents, string[] TraceStates)
{
    public string TraceId => Parts.Groups["trace"].Value;

    public string ParentId => Parts.Groups["parent"].Value;

    public string Flags => Parts.Groups["flags"].Value;

    /// <summary>The members of the list, without the white space that may stand around them.</summary>
    public string[] State =>
        [.. TraceStates.SelectMany(s => s.Split(',', StringSplitOptions.TrimEntries))];

    /// <summary>What is wrong whatever was received, or <see langword="null"/>.</summary>
    public string? Defect =>
        TraceParents.Length != 1 ? $"{TraceParents.Length} traceparent headers"
        : !Parts.Success ? $"the traceparent {TraceParents[0]}"
        : TraceId.All(c => c == '0') ? "a trace-id of zeros"
        : ParentId.All(c => c == '0') ? "a parent-id of zeros"
        : ParentId == Case.Parent ? "the parent-id that was received"
        : null;

    private Match Parts => Form().Match(TraceParents[0]);

    [GeneratedRegex(
        "^00-(?<trace>[0-9a-f]{32})-(?<parent>[0-9a-f]{16})-(?<flags>[0-9a-f]{2})$",
        RegexOptions.ExplicitCapture,
        1000
    )]
    private static partial Regex Form();
}
