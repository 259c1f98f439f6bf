using System.Collections.Generic;
using Common.Context;

namespace Common.Incubator.Auth;

/// <summary><c>role:NAME</c>: who asks has the role.</summary>
internal sealed record RoleCheck(string Role) : PolicyCheck
{
    /// <inheritdoc/>
    public override PolicyVerdict Evaluate(
        IReadOnlyDictionary<string, PolicyCheck> rules,
        RequestContext who,
        PolicyTarget target
    ) => Of(who.Roles.Contains(Role));
}
