using System.Diagnostics;

namespace Common.Context.Internal;

/// <summary>Writes the span of a call for clients of the platform, if its host may have the trace. The carrier writes the rest.</summary>
internal sealed class EgressPropagator(EgressPolicy policy) : DistributedContextPropagator
{
    public override IReadOnlyCollection<string> Fields => W3CPropagator.TraceParentOnly.Fields;

    public override void Inject(
        Activity? activity,
        object? carrier,
        PropagatorSetterCallback? setter
    )
    {
        if (
            carrier is HttpRequestMessage { RequestUri: { IsAbsoluteUri: true } address }
            && policy.Decide(address.Host) != Egress.Nothing
        )
        {
            W3CPropagator.TraceParentOnly.Inject(activity, carrier, setter);
        }
    }

    public override void ExtractTraceIdAndState(
        object? carrier,
        PropagatorGetterCallback? getter,
        out string? traceId,
        out string? traceState
    )
    {
        traceId = null;
        traceState = null;
    }

    public override IEnumerable<KeyValuePair<string, string?>>? ExtractBaggage(
        object? carrier,
        PropagatorGetterCallback? getter
    ) => null;
}
