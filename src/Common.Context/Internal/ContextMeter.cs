using System.Diagnostics.Metrics;

namespace Common.Context.Internal;

/// <summary>The counters of this package.</summary>
internal sealed class ContextMeter
{
    private readonly Counter<long> _refusedIds;
    private readonly Counter<long> _refusedHeaders;

    public ContextMeter(IMeterFactory factory)
    {
#pragma warning disable CA2000 // the factory owns the meters that it makes
        var meter = factory.Create("Common");
#pragma warning restore CA2000
        _refusedIds = meter.CreateCounter<long>(
            "common.context.refused_ids",
            "{id}",
            "Inbound request IDs that were ill-formed and were replaced."
        );
        _refusedHeaders = meter.CreateCounter<long>(
            "common.context.refused_headers",
            "{header}",
            "Other inbound context headers that were ill-formed and were ignored."
        );
    }

    public void Refused(string header)
    {
        var isId = header is ContextHeaders.RequestId or ContextHeaders.GlobalRequestId;
        (isId ? _refusedIds : _refusedHeaders).Add(
            1,
            new KeyValuePair<string, object?>("header", header)
        );
    }
}
