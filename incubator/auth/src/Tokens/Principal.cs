using System;
using System.Collections.Immutable;
using Common.Context;

namespace Common.Incubator.Auth;

/// <summary>Who a verified token names.</summary>
/// <remarks>Immutable. It holds nothing of the token itself, so that it can be logged.</remarks>
public sealed record Principal
{
    /// <summary>The user: the claim <c>sub</c>.</summary>
    public required string Subject { get; init; }

    /// <summary>The tenant; <see cref="TenantPath.None"/> if the token names none.</summary>
    public TenantPath Tenant { get; init; }

    /// <summary>The roles; empty if the token lists none.</summary>
    public ImmutableArray<string> Roles { get; init; } = [];

    /// <summary>Puts the principal into a request's context, in place of whatever identity was there.</summary>
    /// <param name="context">The context.</param>
    /// <returns>A context of the same request.</returns>
    public RequestContext In(RequestContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        return context with { User = Subject, Domain = null, Tenant = Tenant, Roles = Roles };
    }
}
