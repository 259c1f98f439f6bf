namespace Common.Context;

public sealed partial record RequestContext
{
    /// <summary>Copies every value and stays with the request; the views are not copied, since they show the original.</summary>
    private RequestContext(RequestContext original)
    {
        RequestId = original.RequestId;
        GlobalRequestId = original.GlobalRequestId;
        _traceHigh = original._traceHigh;
        _traceLow = original._traceLow;
        _spanNumber = original._spanNumber;
        _traceId = original._traceId;
        _spanId = original._spanId;
        TraceFlags = original.TraceFlags;
        TraceState = original.TraceState;
        OfferedTraceId = original.OfferedTraceId;
        User = original.User;
        Domain = original.Domain;
        Tenant = original.Tenant;
        Roles = original.Roles;
        OnBehalfOf = original.OnBehalfOf;
        IsReadOnly = original.IsReadOnly;
        Deadline = original.Deadline;
        _verbose = original._verbose;
        Baggage = original.Baggage;
        _root = original.Root;
    }

    /// <summary>Says whether two contexts have the same values.</summary>
    /// <param name="other">The other context.</param>
    /// <returns><see langword="true"/> if all values are equal, the roles in the same order.</returns>
    public bool Equals(RequestContext? other) =>
        ReferenceEquals(this, other)
        || (
            other is not null
            && RequestId == other.RequestId
            && GlobalRequestId == other.GlobalRequestId
            && _traceHigh == other._traceHigh
            && _traceLow == other._traceLow
            && _spanNumber == other._spanNumber
            && TraceFlags == other.TraceFlags
            && string.Equals(TraceState, other.TraceState, StringComparison.Ordinal)
            && OfferedTraceId == other.OfferedTraceId
            && string.Equals(User, other.User, StringComparison.Ordinal)
            && string.Equals(Domain, other.Domain, StringComparison.Ordinal)
            && Tenant == other.Tenant
            && Roles.AsSpan().SequenceEqual(other.Roles.AsSpan())
            && string.Equals(OnBehalfOf, other.OnBehalfOf, StringComparison.Ordinal)
            && IsReadOnly == other.IsReadOnly
            && Deadline == other.Deadline
            && IsVerbose == other.IsVerbose
            && Baggage.Equals(other.Baggage)
        );

    /// <inheritdoc/>
    public override int GetHashCode() =>
        HashCode.Combine(RequestId, GlobalRequestId, _spanNumber, User, Tenant);
}
