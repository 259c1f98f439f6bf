using System;
using System.Collections.Generic;
using System.Linq;
using Common.Context;
using Common.Exceptions;

namespace Common.Incubator.Auth;

/// <summary>Decides by rules who may do what.</summary>
/// <remarks>
/// Immutable and thread-safe. It fails closed: what is missing, not known or can't be told is denied, also under <c>not</c>. Rules that are
/// ill-formed, refer to rules that don't exist or to themselves stop it from being made, all of them together.
/// </remarks>
public sealed class PolicyEnforcer
{
    private readonly Dictionary<string, PolicyCheck> _rules = new(StringComparer.Ordinal);

    /// <summary>Makes an enforcer.</summary>
    /// <param name="defaults">The rules of the code.</param>
    /// <param name="options">What operators say in their place.</param>
    /// <exception cref="FormatException">A rule is wrong; the message names each one and says why.</exception>
    public PolicyEnforcer(IEnumerable<PolicyRule> defaults, PolicyOptions options)
    {
        ArgumentNullException.ThrowIfNull(defaults);
        ArgumentNullException.ThrowIfNull(options);
        var faults = new List<string>();
        foreach (var rule in defaults)
        {
            var text = options.Rules.TryGetValue(rule.Name, out var chosen) ? chosen : rule.Policy;
            if (!_rules.TryAdd(rule.Name, Parse(rule.Name, text, faults)))
            {
                faults.Add($"The rule '{rule.Name}' is declared twice.");
            }
        }

        // A rule that only operators know is one that others of theirs refer to, or a misspelt one; the latter must not pass.
        foreach (
            var (name, text) in options.Rules.OrderBy(rule => rule.Key, StringComparer.Ordinal)
        )
        {
            if (!_rules.ContainsKey(name))
            {
                _rules.Add(name, Parse(name, text, faults));
                if (!options.Rules.Values.Any(other => Refers(other, name)))
                {
                    faults.Add(
                        $"The rule '{name}' is not declared, and no other rule refers to it."
                    );
                }
            }
        }

        CheckReferences(faults);
        if (faults.Count > 0)
        {
            throw new FormatException(string.Join('\n', faults));
        }
    }

    /// <summary>Says whether a context may do what a rule is about.</summary>
    /// <param name="rule">The rule's name.</param>
    /// <param name="who">Who asks.</param>
    /// <param name="target">What for.</param>
    /// <returns><see langword="false"/> also if there is no such rule.</returns>
    public bool Allows(string rule, RequestContext who, PolicyTarget target)
    {
        ArgumentNullException.ThrowIfNull(rule);
        ArgumentNullException.ThrowIfNull(who);
        ArgumentNullException.ThrowIfNull(target);
        return _rules.TryGetValue(rule, out var check)
            && check.Evaluate(_rules, who, target) == PolicyVerdict.Yes;
    }

    /// <summary>Demands that a context may do what a rule is about.</summary>
    /// <param name="rule">The rule's name.</param>
    /// <param name="who">Who asks.</param>
    /// <param name="target">What for.</param>
    /// <exception cref="ServiceException">It may not: PermissionDenied.</exception>
    public void Demand(string rule, RequestContext who, PolicyTarget target)
    {
        if (!Allows(rule, who, target))
        {
            throw AuthErrors.NotAllowed(rule);
        }
    }

    private static PolicyCheck Parse(string name, string text, List<string> faults)
    {
        try
        {
            return PolicyParser.Parse(text);
        }
        catch (FormatException exception)
        {
            faults.Add($"The rule '{name}' is ill-formed: {exception.Message}.");
            return new ConstantCheck(false);
        }
    }

    private static bool Refers(string text, string name) =>
        text.Replace('(', ' ')
            .Replace(')', ' ')
            .Split((char[]?)null) // at white space, as the parser
            .Contains($"rule:{name}", StringComparer.Ordinal);

    private void CheckReferences(List<string> faults)
    {
        foreach (var (name, check) in _rules.OrderBy(rule => rule.Key, StringComparer.Ordinal))
        {
            faults.AddRange(
                check
                    .References.Where(other => !_rules.ContainsKey(other))
                    .Distinct(StringComparer.Ordinal)
                    .Select(other => $"The rule '{name}' refers to '{other}', which there is not.")
            );
            if (Reaches(name, name, []))
            {
                faults.Add($"The rule '{name}' refers to itself.");
            }
        }
    }

    private bool Reaches(string from, string to, HashSet<string> seen) =>
        _rules.TryGetValue(from, out var check)
        && check.References.Any(next => next == to || (seen.Add(next) && Reaches(next, to, seen)));
}
