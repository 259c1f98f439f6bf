using System;
using System.Collections.Generic;
using Common.Context;

namespace Common.Incubator.Auth;

/// <summary>Reads the policy language.</summary>
/// <remarks>
/// <code>
/// or    = and { "or" and }
/// and   = not { "and" not }
/// not   = "not" not | "(" or ")" | check
/// check = "@" | "!" | "owner" | "role:"NAME | "rule:"NAME | "tenant:same" | "tenant:within" | "tenant:"PATH | "target."NAME":"VALUE
/// </code>
/// </remarks>
internal sealed class PolicyParser
{
    /// <summary>How many characters a policy may have.</summary>
    public const int MaxLength = 2000;

    /// <summary>How deep parentheses and <c>not</c> may be nested.</summary>
    public const int MaxDepth = 32;

    private readonly List<(string Text, int Position)> _words;
    private int _next;
    private int _depth;

    private PolicyParser(List<(string, int)> words)
    {
        _words = words;
    }

    /// <summary>Reads a policy.</summary>
    /// <exception cref="FormatException">It is ill-formed; the message says where and why.</exception>
    public static PolicyCheck Parse(string text)
    {
        if (text.Length > MaxLength)
        {
            throw new FormatException(
                $"a policy has at most {MaxLength} characters, this has {text.Length}"
            );
        }

        var parser = new PolicyParser(Cut(text));
        var check = parser.List(all: false);
        return parser._next == parser._words.Count
            ? check
            : throw parser.Fault("'and', 'or' or the end is expected");
    }

    private static List<(string, int)> Cut(string text)
    {
        var words = new List<(string, int)>();
        for (var i = 0; i < text.Length; )
        {
            if (char.IsWhiteSpace(text[i]))
            {
                i++;
                continue;
            }

            var start = i++;
            if (text[start] is not ('(' or ')'))
            {
                while (
                    i < text.Length && !char.IsWhiteSpace(text[i]) && text[i] is not ('(' or ')')
                )
                {
                    i++;
                }
            }

            words.Add((text[start..i], start));
        }

        return words;
    }

    private PolicyCheck List(bool all)
    {
        var word = all ? "and" : "or";
        var checks = new List<PolicyCheck> { all ? Not() : List(all: true) };
        while (Take(word))
        {
            checks.Add(all ? Not() : List(all: true));
        }

        return checks.Count == 1 ? checks[0] : new ListCheck(all, checks);
    }

    private PolicyCheck Not()
    {
        if (++_depth > MaxDepth)
        {
            throw Fault($"at most {MaxDepth} levels are allowed");
        }

        PolicyCheck result;
        if (Take("not"))
        {
            result = new NotCheck(Not());
        }
        else if (Take("("))
        {
            result = List(all: false);
            if (!Take(")"))
            {
                throw Fault("')' is expected");
            }
        }
        else
        {
            result = Check();
        }

        _depth--;
        return result;
    }

    private PolicyCheck Check()
    {
        if (_next == _words.Count || _words[_next].Text is "and" or "or" or ")")
        {
            throw Fault("a check is expected");
        }

        var text = _words[_next].Text;
        var colon = text.IndexOf(':', StringComparison.Ordinal);
        var (kind, value) = colon < 0 ? (text, "") : (text[..colon], text[(colon + 1)..]);
        PolicyCheck? check = (kind, value) switch
        {
            ("@", "") => new ConstantCheck(true),
            ("!", "") => new ConstantCheck(false),
            ("owner", "") => new OwnerCheck(),
            ("role", not "") => new RoleCheck(value),
            ("rule", not "") => new RuleCheck(value),
            ("tenant", "same") => new TenantCheck(Below: false),
            ("tenant", "within") => new TenantCheck(Below: true),
            ("tenant", not "") when TenantPath.TryParse(value, out var path) => new TenantIsCheck(
                path
            ),
            (['t', 'a', 'r', 'g', 'e', 't', '.', _, ..], not "") => new ValueCheck(
                kind["target.".Length..],
                value
            ),
            _ => null,
        };
        if (check is null)
        {
            throw Fault("no such check");
        }

        _next++;
        return check;
    }

    private bool Take(string word)
    {
        if (_next < _words.Count && _words[_next].Text == word)
        {
            _next++;
            return true;
        }

        return false;
    }

    private FormatException Fault(string message) =>
        _next < _words.Count
            ? new FormatException($"column {_words[_next].Position + 1}: {message}")
            : new FormatException($"at the end: {message}");
}
