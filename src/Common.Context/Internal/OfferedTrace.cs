using System.Diagnostics;
using System.Runtime.InteropServices;

namespace Common.Context.Internal;

/// <summary>The trace that a sender offers. The span of the sender is not kept: what is sent on is a span of this service.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct OfferedTrace(ActivityTraceId TraceId, ActivityTraceFlags Flags)
{
    public bool IsNone => TraceId == default;
}
