using System.Diagnostics;
using System.Runtime.InteropServices;

namespace Common.Context.Internal;

/// <summary>The trace that a sender offers. The span of the sender is not kept: what is sent on is a span of this service.</summary>
/// <param name="High">The upper half of the trace's ID.</param>
/// <param name="Low">The lower half of the trace's ID.</param>
/// <param name="Flags">The flags of the trace.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct OfferedTrace(ulong High, ulong Low, ActivityTraceFlags Flags)
{
    public bool IsNone => (High | Low) == 0;

    /// <summary>The ID of the trace.</summary>
    public TraceNumber Number => new(High, Low);
}
