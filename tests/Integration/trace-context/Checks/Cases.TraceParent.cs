using static TraceContextChecks.Case;

namespace TraceContextChecks;

/// <summary>Everything that W3C Trace Context, level 2, says about passing a trace on.</summary>
internal static partial class Cases
{
    private const string Tail = $"{Trace}-{Parent}-01";

    public static IReadOnlyList<Case> TraceParent { get; } =
    [
        Restarted("no traceparent"),
        Continued("a traceparent", $"traceparent: 00-{Tail}"),
        Continued("a traceparent that was not sampled", Unsampled, "00"),
        Continued("the flag of a random trace-id", $"traceparent: 00-{Trace}-{Parent}-02", "02"),
        Continued("both flags", $"traceparent: 00-{Trace}-{Parent}-03", "03"),
        Continued("flags of the future", $"traceparent: 00-{Trace}-{Parent}-ff", "03"),
        Continued("a name in mixed case", $"TrAcEpArEnT: 00-{Tail}"),
        Continued("a name in title case", $"TraceParent: 00-{Tail}"),
        Continued("a name in upper case", $"TRACEPARENT: 00-{Tail}"),
        Restarted("a name with a dash", $"trace-parent: 00-{Tail}"),
        Restarted("a name with a dot", $"trace.parent: 00-{Tail}"),
        Restarted(
            "two that differ",
            $"traceparent: 00-{Trace[..31]}1-{Parent}-01",
            $"traceparent: 00-{Tail}"
        ),
        Restarted("two that are the same", $"traceparent: 00-{Tail}", $"traceparent: 00-{Tail}"),
        Restarted("two in one line", $"traceparent: 00-{Tail},00-{Tail}"),
        Restarted("version 00 with a point after it", $"traceparent: 00-{Tail}."),
        Restarted("version 00 with a field after it", $"traceparent: 00-{Tail}-what-will-be"),
        Continued("version cc", $"traceparent: cc-{Tail}"),
        Continued("version cc with a field after it", $"traceparent: cc-{Tail}-what-will-be"),
        Restarted("version cc with a point after it", $"traceparent: cc-{Tail}.what-will-be"),
        Restarted("version ff", $"traceparent: ff-{Tail}"),
        Restarted("a version that begins with a point", $"traceparent: .0-{Tail}"),
        Restarted("a version that ends with a point", $"traceparent: 0.-{Tail}"),
        Restarted("a version of three digits", $"traceparent: 000-{Tail}"),
        Restarted("a version of four digits", $"traceparent: 0000-{Tail}"),
        Restarted("a version of one digit", $"traceparent: 0-{Tail}"),
        Restarted(
            "a trace-id of zeros",
            $"traceparent: 00-00000000000000000000000000000000-{Parent}-01"
        ),
        Restarted(
            "a trace-id that begins with a point",
            $"traceparent: 00-.{Trace[1..]}-{Parent}-01"
        ),
        Restarted(
            "a trace-id that ends with a point",
            $"traceparent: 00-{Trace[..31]}.-{Parent}-01"
        ),
        Restarted("a trace-id in upper case", $"traceparent: 00-{Trace[..31]}A-{Parent}-01"),
        Restarted("a trace-id that is too long", $"traceparent: 00-{Trace}3-{Parent}-01"),
        Restarted("a trace-id that is too short", $"traceparent: 00-{Trace[..31]}-{Parent}-01"),
        Restarted("a parent-id of zeros", $"traceparent: 00-{Trace}-0000000000000000-01"),
        Restarted(
            "a parent-id that begins with a point",
            $"traceparent: 00-{Trace}-.{Parent[1..]}-01"
        ),
        Restarted(
            "a parent-id that ends with a point",
            $"traceparent: 00-{Trace}-{Parent[..15]}.-01"
        ),
        Restarted("a parent-id that is too long", $"traceparent: 00-{Trace}-{Parent}7-01"),
        Restarted("a parent-id that is too short", $"traceparent: 00-{Trace}-{Parent[..15]}-01"),
        Restarted("flags that begin with a point", $"traceparent: 00-{Trace}-{Parent}-.0"),
        Restarted("flags that end with a point", $"traceparent: 00-{Trace}-{Parent}-0."),
        Restarted("flags of three digits", $"traceparent: 00-{Trace}-{Parent}-001"),
        Restarted("flags of one digit", $"traceparent: 00-{Trace}-{Parent}-1"),
        Continued("a space before it", $"traceparent:  00-{Tail}"),
        Continued("a tab before it", $"traceparent:\t00-{Tail}"),
        Continued("a space after it", $"traceparent: 00-{Tail} "),
        Continued("a tab after it", $"traceparent: 00-{Tail}\t"),
        Continued("white space around it", $"traceparent:\t 00-{Tail} \t"),
        Several("three calls of one trace", [$"traceparent: 00-{Tail}"], isContinued: true),
        Several("three calls without a trace", [], isContinued: false),
        Several(
            "three calls of a trace that is ill-formed",
            [$"traceparent: 00-00000000000000000000000000000000-{Parent}-01"],
            isContinued: false
        ),
    ];
}
