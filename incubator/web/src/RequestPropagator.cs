using System;
using System.Collections.Generic;
using System.Diagnostics;
using Common.Context;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Common.Incubator.Web;

/// <summary>
/// Lets the platform's activity of a request go on with the sender's trace only if the sender is trusted with it. The platform
/// begins that activity before any middleware runs, and hands the headers over without saying whose they are.
/// </summary>
internal sealed class RequestPropagator(IServiceProvider services, IHttpContextAccessor accessor)
    : DistributedContextPropagator
{
    // The host makes this object before it has checked the options that the receiver reads.
    private readonly Lazy<RequestReceiver> _receiver = new(
        services.GetRequiredService<RequestReceiver>
    );

    public override IReadOnlyCollection<string> Fields => W3CPropagator.Whole.Fields;

    public override void Inject(
        Activity? activity,
        object? carrier,
        PropagatorSetterCallback? setter
    ) => W3CPropagator.TraceParentOnly.Inject(activity, carrier, setter);

    public override void ExtractTraceIdAndState(
        object? carrier,
        PropagatorGetterCallback? getter,
        out string? traceId,
        out string? traceState
    )
    {
        traceId = null;
        traceState = null;
        if (IsTrusted(carrier))
        {
            W3CPropagator.Whole.ExtractTraceIdAndState(
                carrier,
                getter,
                out traceId,
                out traceState
            );
        }
    }

    public override IEnumerable<KeyValuePair<string, string?>>? ExtractBaggage(
        object? carrier,
        PropagatorGetterCallback? getter
    ) => IsTrusted(carrier) ? W3CPropagator.Whole.ExtractBaggage(carrier, getter) : null;

    /// <summary>Whoever cannot be made out is a stranger.</summary>
    private bool IsTrusted(object? carrier) =>
        accessor.HttpContext is { } http
        && ReferenceEquals(http.Request.Headers, carrier)
        && _receiver.Value.TrustOf(http) >= PeerTrust.Ids;
}
