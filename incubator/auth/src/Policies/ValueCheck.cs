using System;
using System.Collections.Generic;
using Common.Context;

namespace Common.Incubator.Auth;

/// <summary><c>target.NAME:VALUE</c>: a value of the target is that one.</summary>
internal sealed record ValueCheck(string Name, string Value) : PolicyCheck
{
    /// <inheritdoc/>
    public override PolicyVerdict Evaluate(
        IReadOnlyDictionary<string, PolicyCheck> rules,
        RequestContext who,
        PolicyTarget target
    ) =>
        target.Values.TryGetValue(Name, out var value)
            ? Of(string.Equals(value, Value, StringComparison.Ordinal))
            : PolicyVerdict.Unknown;
}
