using System.Collections.Generic;
using Common.Context;

namespace Common.Incubator.Auth;

/// <summary><c>rule:NAME</c>: what another rule says.</summary>
internal sealed record RuleCheck(string Rule) : PolicyCheck
{
    /// <inheritdoc/>
    public override IEnumerable<string> References => [Rule];

    /// <inheritdoc/>
    public override PolicyVerdict Evaluate(
        IReadOnlyDictionary<string, PolicyCheck> rules,
        RequestContext who,
        PolicyTarget target
    ) =>
        rules.TryGetValue(Rule, out var check)
            ? check.Evaluate(rules, who, target)
            : PolicyVerdict.Unknown;
}
