using System.Collections.Generic;
using Common.Context;

namespace Common.Incubator.Auth;

/// <summary><c>@</c> and <c>!</c>: always and never.</summary>
internal sealed record ConstantCheck(bool Value) : PolicyCheck
{
    /// <inheritdoc/>
    public override PolicyVerdict Evaluate(
        IReadOnlyDictionary<string, PolicyCheck> rules,
        RequestContext who,
        PolicyTarget target
    ) => Of(Value);
}
