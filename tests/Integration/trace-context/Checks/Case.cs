namespace TraceContextChecks;

/// <summary>One request to the service, and what must become of it.</summary>
/// <param name="Name">What is tried.</param>
/// <param name="Headers">The header lines as they go over the wire.</param>
/// <param name="Mistake">Says what is wrong with what was sent on, or <see langword="null"/>.</param>
/// <param name="Calls">How many calls the service is asked for.</param>
internal sealed record Case(
    string Name,
    string[] Headers,
    Func<Sent, string?> Mistake,
    int Calls = 1
)
{
    public const string Trace = "12345678901234567890123456789012";
    public const string Parent = "1234567890123456";

    /// <summary>A well-formed traceparent that nobody sampled.</summary>
    public const string Unsampled = $"traceparent: 00-{Trace}-{Parent}-00";

    /// <summary>The trace goes on.</summary>
    public static Case Continued(string name, string traceParent, string flags = "01") =>
        new(
            name,
            [traceParent],
            s =>
                s.TraceId != Trace ? $"the trace {s.TraceId}"
                : s.Flags != flags ? $"the flags {s.Flags}"
                : null
        );

    /// <summary>Another trace begins, and the tracestate that came along is not passed on.</summary>
    public static Case Restarted(string name, params string[] traceParents) =>
        new(
            name,
            [.. traceParents, "tracestate: foo=1"],
            s =>
                s.TraceId.Contains(Trace[..30], StringComparison.Ordinal) ? $"the trace {s.TraceId}"
                : s.State.Length != 0 ? $"the state {string.Join(',', s.State)}"
                : null
        );

    /// <summary>The trace goes on with a tracestate of exactly these members in this order.</summary>
    public static Case Inherited(string name, string[] lines, params string[] members) =>
        new(
            name,
            [Unsampled, .. lines.Select(l => "tracestate:" + l)],
            s =>
                s.TraceId != Trace ? $"the trace {s.TraceId}"
                : !s.State.SequenceEqual(members) ? $"the state {string.Join(',', s.State)}"
                : null
        );

    /// <summary>The trace goes on without its tracestate.</summary>
    public static Case Discarded(string name, params string[] lines) => Inherited(name, lines);

    /// <summary>Each of several calls has a parent-id of its own, in one trace.</summary>
    public static Case Several(string name, string[] headers, bool isContinued) =>
        new(
            name,
            headers,
            s => s.TraceId == Trace == isContinued ? null : $"the trace {s.TraceId}",
            Calls: 3
        );
}
