using System.Diagnostics;
using System.Runtime.InteropServices;

namespace Common.Context.Internal;

/// <summary>The trace that a sender offers. The span of the sender is not kept: what is sent on is a span of this service.</summary>
/// <param name="Number">The ID of the trace; 0 if none is offered.</param>
/// <param name="Flags">The flags of the trace.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct OfferedTrace(UInt128 Number, ActivityTraceFlags Flags)
{
    public bool IsNone => Number == 0;
}
