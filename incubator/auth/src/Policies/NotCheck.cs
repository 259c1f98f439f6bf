using System.Collections.Generic;
using Common.Context;

namespace Common.Incubator.Auth;

/// <summary><c>not CHECK</c>. What can't be told stays so.</summary>
internal sealed record NotCheck(PolicyCheck Inner) : PolicyCheck
{
    /// <inheritdoc/>
    public override IEnumerable<string> References => Inner.References;

    /// <inheritdoc/>
    public override PolicyVerdict Evaluate(
        IReadOnlyDictionary<string, PolicyCheck> rules,
        RequestContext who,
        PolicyTarget target
    ) =>
        Inner.Evaluate(rules, who, target) switch
        {
            PolicyVerdict.Yes => PolicyVerdict.No,
            PolicyVerdict.No => PolicyVerdict.Yes,
            _ => PolicyVerdict.Unknown,
        };
}
