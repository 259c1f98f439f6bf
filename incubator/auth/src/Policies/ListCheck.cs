using System.Collections.Generic;
using System.Linq;
using Common.Context;

namespace Common.Incubator.Auth;

/// <summary><c>CHECK and CHECK</c>, or <c>CHECK or CHECK</c>, of any number.</summary>
internal sealed record ListCheck(bool All, IReadOnlyList<PolicyCheck> Checks) : PolicyCheck
{
    /// <inheritdoc/>
    public override IEnumerable<string> References => Checks.SelectMany(check => check.References);

    /// <inheritdoc/>
    public override PolicyVerdict Evaluate(
        IReadOnlyDictionary<string, PolicyCheck> rules,
        RequestContext who,
        PolicyTarget target
    )
    {
        var (decisive, otherwise) = All
            ? (PolicyVerdict.No, PolicyVerdict.Yes)
            : (PolicyVerdict.Yes, PolicyVerdict.No);
        var result = otherwise;
        foreach (var check in Checks)
        {
            var verdict = check.Evaluate(rules, who, target);
            if (verdict == decisive)
            {
                return decisive;
            }

            if (verdict == PolicyVerdict.Unknown)
            {
                result = PolicyVerdict.Unknown;
            }
        }

        return result;
    }
}
