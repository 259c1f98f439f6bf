using System.Collections.Generic;
using Common.Context;

namespace Common.Incubator.Auth;

/// <summary><c>tenant:same</c> and <c>tenant:within</c>: the target's tenant is that of who asks, or lies below it.</summary>
internal sealed record TenantCheck(bool Below) : PolicyCheck
{
    /// <inheritdoc/>
    public override PolicyVerdict Evaluate(
        IReadOnlyDictionary<string, PolicyCheck> rules,
        RequestContext who,
        PolicyTarget target
    )
    {
        if (who.Tenant.IsNone || target.Tenant.IsNone)
        {
            return PolicyVerdict.Unknown;
        }

        return Of(Below ? target.Tenant.IsWithin(who.Tenant) : target.Tenant.Equals(who.Tenant));
    }
}
