using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Common.Time;
using Microsoft.Extensions.Primitives;

namespace Common.Context.Internal;

/// <summary>Reads the values of a context from headers, and notes what is ill-formed. Allocates only what the context keeps.</summary>
/// <remarks>Most headers are not there, which is found out in place; what is there is parsed in methods that the compiler keeps apart, and so makes well.</remarks>
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

    public RequestId ReadId(ReadHeader header) =>
        _headers[header] is { Count: not 0 } values ? ParseId(header, values) : RequestId.None;

    /// <summary>Reads the trace that is offered.</summary>
    public OfferedTrace ReadTraceParent() =>
        _headers[ReadHeader.TraceParent] is { Count: not 0 } values
            ? ParseTraceParent(values)
            : default;

    public string? ReadTraceState() =>
        _headers[ReadHeader.TraceState] is { Count: not 0 } values ? ParseTraceState(values) : null;

    public Baggage ReadBaggage() =>
        _headers[ReadHeader.Baggage] is { Count: not 0 } values
            ? ParseBaggage(values)
            : Baggage.Empty;

    public Deadline ReadDeadline() =>
        _headers[ReadHeader.Deadline] is { Count: not 0 } values
            ? ParseDeadline(values)
            : Deadline.None;

    public bool ReadSwitch(ReadHeader header) =>
        _headers[header] is { Count: not 0 } values && ParseSwitch(header, values);

    public string? ReadName(ReadHeader header) =>
        _headers[header] is { Count: not 0 } values ? ParseName(header, values) : null;

    public TenantPath ReadTenant() =>
        _headers[ReadHeader.Tenant] is { Count: not 0 } values
            ? ParseTenant(values)
            : TenantPath.None;

    public ImmutableArray<string> ReadRoles() =>
        _headers[ReadHeader.Roles] is { Count: not 0 } values ? ParseRoles(values) : RoleList.None;

    [MethodImpl(MethodImplOptions.NoInlining)]
    private RequestId ParseId(ReadHeader header, StringValues values)
    {
        if (values.Count != 1 || !RequestId.TryParse(values[0], out var id))
        {
            id = RequestId.None;
            _refusals.Add(header, values);
        }

        return id;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private OfferedTrace ParseTraceParent(StringValues values)
    {
        if (values.Count == 1 && TraceText.TryReadParts(values[0], out var parts, out var trace))
        {
            return new OfferedTrace(trace.High, trace.Low, TraceText.KnownFlags(parts));
        }

        _refusals.Add(ReadHeader.TraceParent, values);
        return default;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private string? ParseTraceState(StringValues values)
    {
        if (!TraceStateText.TryRead(values, out var state))
        {
            _refusals.Add(ReadHeader.TraceState, values);
        }

        return state;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private Baggage ParseBaggage(StringValues values)
    {
        if (BaggageText.TryJoin(values, out var list) && Baggage.TryParse(list, out var baggage))
        {
            return baggage;
        }

        _refusals.Add(ReadHeader.Baggage, values);
        return Baggage.Empty;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private Deadline ParseDeadline(StringValues values)
    {
        if (values.Count != 1 || !Deadline.TryParse(values[0], _time, out var deadline))
        {
            deadline = Deadline.None;
            _refusals.Add(ReadHeader.Deadline, values);
        }

        return deadline;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private bool ParseSwitch(ReadHeader header, StringValues values)
    {
        if (values.Count != 1 || values[0] is not ("0" or "1"))
        {
            _refusals.Add(header, values);
            return false;
        }

        return values[0] == "1";
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private string? ParseName(ReadHeader header, StringValues values)
    {
        if (values.Count != 1 || !HeaderText.TryDecode(values[0] ?? "", out var text))
        {
            text = null;
            _refusals.Add(header, values);
        }

        return text;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private TenantPath ParseTenant(StringValues values)
    {
        if (values.Count != 1 || !TenantPath.TryParse(values[0], out var tenant))
        {
            tenant = TenantPath.None;
            _refusals.Add(ReadHeader.Tenant, values);
        }

        return tenant;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private ImmutableArray<string> ParseRoles(StringValues values)
    {
        if (values.Count != 1 || !RoleList.TryDecode(values[0] ?? "", out var roles))
        {
            roles = RoleList.None;
            _refusals.Add(ReadHeader.Roles, values);
        }

        return roles;
    }
}
