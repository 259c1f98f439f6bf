using System.Diagnostics;
using System.Runtime.InteropServices;

namespace Common.Context.Internal;

/// <summary>The trace and the span that a request has in this service.</summary>
/// <param name="High">The upper half of the trace's ID. In halves, since a number in a structure is copied as a whole before its halves are in memory.</param>
/// <param name="Low">The lower half of the trace's ID.</param>
/// <param name="Span">The ID of the span; 0 if there is none.</param>
/// <param name="Flags">The flags of the trace.</param>
/// <param name="Activity">The platform's activity with these IDs, which has their texts already; else <see langword="null"/>.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct OwnTrace(
    ulong High,
    ulong Low,
    ulong Span,
    ActivityTraceFlags Flags,
    Activity? Activity
)
{
    /// <summary>The ID of the trace.</summary>
    public TraceNumber Number => new(High, Low);
}
