using System.Collections.Immutable;
using Common.Time;

namespace Common.Context.Internal;

/// <summary>Reads the values of a context from headers, and notes what is ill-formed. Allocates only what the context keeps.</summary>
internal ref struct ContextReader
{
    private readonly ref readonly CollectedHeaders _headers;
    private readonly TimeProvider _time;
    private Refusals _refusals;

    public ContextReader(
        ref readonly CollectedHeaders headers,
        ContextMeter meter,
        TimeProvider time
    )
    {
        _headers = ref headers;
        _time = time;
        _refusals = new Refusals(meter);
    }

    public readonly ImmutableArray<RefusedHeader> Refused => _refusals.ToImmutable();

    public RequestId ReadId(ReadHeader header)
    {
        var values = _headers[header];
        var id = RequestId.None;
        if (values.Count != 0 && (values.Count != 1 || !RequestId.TryParse(values[0], out id)))
        {
            _refusals.Add(ReadHeaders.NameOf(header), values);
        }

        return id;
    }

    /// <summary>Reads the trace that is offered.</summary>
    public OfferedTrace ReadTraceParent()
    {
        var values = _headers[ReadHeader.TraceParent];
        if (values.Count == 0)
        {
            return default;
        }

        if (values.Count == 1 && TraceText.TryReadParts(values[0], out var parts, out var trace))
        {
            return new OfferedTrace(trace.High, trace.Low, TraceText.KnownFlags(parts));
        }

        _refusals.Add(ContextHeaders.TraceParent, values);
        return default;
    }

    public string? ReadTraceState()
    {
        var values = _headers[ReadHeader.TraceState];
        string? state = null;
        if (values.Count != 0 && !TraceStateText.TryRead(values, out state))
        {
            _refusals.Add(ContextHeaders.TraceState, values);
        }

        return state;
    }

    public Baggage ReadBaggage()
    {
        var values = _headers[ReadHeader.Baggage];
        if (values.Count == 0)
        {
            return Baggage.Empty;
        }

        if (BaggageText.TryJoin(values, out var list) && Baggage.TryParse(list, out var baggage))
        {
            return baggage;
        }

        _refusals.Add(ContextHeaders.Baggage, values);
        return Baggage.Empty;
    }

    public Deadline ReadDeadline()
    {
        var values = _headers[ReadHeader.Deadline];
        var deadline = Deadline.None;
        if (
            values.Count != 0
            && (values.Count != 1 || !Deadline.TryParse(values[0], _time, out deadline))
        )
        {
            _refusals.Add(ContextHeaders.Deadline, values);
        }

        return deadline;
    }

    public bool ReadSwitch(ReadHeader header)
    {
        var values = _headers[header];
        if (values.Count != 0 && (values.Count != 1 || values[0] is not ("0" or "1")))
        {
            _refusals.Add(ReadHeaders.NameOf(header), values);
            return false;
        }

        return values.Count == 1 && values[0] == "1";
    }

    public string? ReadName(ReadHeader header)
    {
        var values = _headers[header];
        string? text = null;
        if (
            values.Count != 0
            && (values.Count != 1 || !HeaderText.TryDecode(values[0] ?? "", out text))
        )
        {
            _refusals.Add(ReadHeaders.NameOf(header), values);
        }

        return text;
    }

    public TenantPath ReadTenant()
    {
        var values = _headers[ReadHeader.Tenant];
        var tenant = TenantPath.None;
        if (values.Count != 0 && (values.Count != 1 || !TenantPath.TryParse(values[0], out tenant)))
        {
            _refusals.Add(ContextHeaders.Tenant, values);
        }

        return tenant;
    }

    public ImmutableArray<string> ReadRoles()
    {
        var values = _headers[ReadHeader.Roles];
        var roles = RoleList.None;
        if (
            values.Count != 0
            && (values.Count != 1 || !RoleList.TryDecode(values[0] ?? "", out roles))
        )
        {
            _refusals.Add(ContextHeaders.Roles, values);
        }

        return roles;
    }
}
