using System;
using System.Collections.Generic;
using Common.Context;

namespace Common.Incubator.Auth;

/// <summary><c>owner</c>: the target belongs to who asks.</summary>
internal sealed record OwnerCheck : PolicyCheck
{
    /// <inheritdoc/>
    public override PolicyVerdict Evaluate(
        IReadOnlyDictionary<string, PolicyCheck> rules,
        RequestContext who,
        PolicyTarget target
    ) =>
        who.User is null || string.IsNullOrEmpty(target.Owner)
            ? PolicyVerdict.Unknown
            : Of(string.Equals(who.User, target.Owner, StringComparison.Ordinal));
}
