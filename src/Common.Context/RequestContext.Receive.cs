using Common.Context.Internal;

namespace Common.Context;

/// <content>Made of headers. What is not there is not set: even nothing costs the collector a look.</content>
public sealed partial record RequestContext
{
    internal RequestContext(
        RequestId id,
        RequestId globalId,
        OwnTrace trace,
        bool isTraceOffered,
        bool isIdentity,
        ref ContextReader reader
    )
        : this(id, globalId)
    {
        Trace = trace;
        if (isTraceOffered && reader.ReadTraceState() is { } state)
        {
            TraceState = state;
        }

        Deadline = reader.ReadDeadline();
        if (reader.ReadSwitch(ReadHeader.Verbose))
        {
            IsVerbose = true;
        }

        if (reader.ReadBaggage() is { IsEmpty: false } baggage)
        {
            Baggage = baggage;
        }

        if (!isIdentity)
        {
            return;
        }

        if (reader.ReadName(ReadHeader.User) is { } user)
        {
            User = user;
        }

        if (reader.ReadName(ReadHeader.Domain) is { } domain)
        {
            Domain = domain;
        }

        Tenant = reader.ReadTenant();
        if (reader.ReadRoles() is { IsEmpty: false } roles)
        {
            Roles = roles;
        }

        if (reader.ReadName(ReadHeader.OnBehalfOf) is { } service)
        {
            OnBehalfOf = service;
        }

        IsReadOnly = reader.ReadSwitch(ReadHeader.ReadOnly);
    }
}
