using System.Collections.Generic;
using Common.Context;

namespace Common.Incubator.Auth;

/// <summary><c>tenant:/acme/eu</c>: who asks belongs to that tenant or to one below it.</summary>
internal sealed record TenantIsCheck(TenantPath Tenant) : PolicyCheck
{
    /// <inheritdoc/>
    public override PolicyVerdict Evaluate(
        IReadOnlyDictionary<string, PolicyCheck> rules,
        RequestContext who,
        PolicyTarget target
    ) => who.Tenant.IsNone ? PolicyVerdict.Unknown : Of(who.Tenant.IsWithin(Tenant));
}
