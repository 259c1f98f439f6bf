using System.Diagnostics;
using System.Runtime.InteropServices;

namespace Common.Context.Internal;

/// <summary>The trace and the span that a request has in this service.</summary>
/// <param name="TraceNumber">The ID of the trace; 0 if there is none.</param>
/// <param name="SpanNumber">The ID of the span; 0 if there is none.</param>
/// <param name="Flags">The flags of the trace.</param>
/// <param name="Activity">The platform's activity with these IDs, which has their texts already; else <see langword="null"/>.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct OwnTrace(
    UInt128 TraceNumber,
    ulong SpanNumber,
    ActivityTraceFlags Flags,
    Activity? Activity
);
