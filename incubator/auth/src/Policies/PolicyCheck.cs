using System.Collections.Generic;
using Common.Context;

namespace Common.Incubator.Auth;

/// <summary>A policy as a tree. Immutable.</summary>
internal abstract record PolicyCheck
{
    /// <summary>Evaluates the check.</summary>
    /// <param name="rules">The other rules, for <c>rule:</c>.</param>
    /// <param name="who">Who asks.</param>
    /// <param name="target">What for.</param>
    public abstract PolicyVerdict Evaluate(
        IReadOnlyDictionary<string, PolicyCheck> rules,
        RequestContext who,
        PolicyTarget target
    );

    /// <summary>The rules that the check refers to.</summary>
    public virtual IEnumerable<string> References => [];

    private protected static PolicyVerdict Of(bool value) =>
        value ? PolicyVerdict.Yes : PolicyVerdict.No;
}
