using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Common.Analyzers.Lifecycle.Replacements;

namespace Common.Analyzers.Lifecycle.Consumer;

/// <summary>Takes a line of the files of the public API apart.</summary>
internal static class ApiLineText
{
    private static readonly HashSet<string> ParameterModifiers = new(StringComparer.Ordinal)
    {
        "this",
        "params",
        "ref",
        "out",
        "in",
        "readonly",
        "scoped",
    };

    /// <summary>The parameters, as they stand between the brackets.</summary>
    public static ImmutableArray<OldParameter> Parameters(string text)
    {
        var result = ImmutableArray.CreateBuilder<OldParameter>();
        while (text.Length > 0)
        {
            var comma = IndexOf(text, ',');
            var one = (comma < 0 ? text : text.Substring(0, comma)).Trim();
            text = comma < 0 ? "" : text.Substring(comma + 1);
            result.Add(Parameter(one));
        }

        return result.ToImmutable();
    }

    /// <summary>A name and the names of its type parameters.</summary>
    public static (string Name, ImmutableArray<string> TypeParameters) Generic(string name)
    {
        var open = name.IndexOf('<');
        return open < 0
            ? (name, [])
            : (
                name.Substring(0, open),
                [.. name.Substring(open + 1).TrimEnd('>').Split(',').Select(p => p.Trim())]
            );
    }

    /// <summary>The name of a type with the numbers of its type parameters, and of those around it: <c>N.Outer`1.Inner`2</c>.</summary>
    public static string MetadataName(string type)
    {
        var name = new StringBuilder();
        var depth = 0;
        var arity = 0;
        foreach (var c in type)
        {
            switch (c)
            {
                case '<' when depth++ == 0:
                    arity = 1;
                    break;
                case '>' when --depth == 0:
                    name.Append('`').Append(arity.ToString(CultureInfo.InvariantCulture));
                    break;
                case ',' when depth == 1:
                    arity++;
                    break;
                case not ('<' or '>') when depth == 0:
                    name.Append(c);
                    break;
            }
        }

        return name.ToString();
    }

    /// <summary>The last dot that is not inside angle brackets, or -1.</summary>
    public static int LastDot(string text)
    {
        var depth = 0;
        for (var i = text.Length - 1; i >= 0; i--)
        {
            depth += text[i] switch
            {
                '>' => 1,
                '<' => -1,
                _ => 0,
            };
            if (depth == 0 && text[i] == '.')
            {
                return i;
            }
        }

        return -1;
    }

    /// <summary>The first place of a character that is in no brackets and no string, or -1.</summary>
    public static int IndexOf(string text, char wanted)
    {
        var depth = 0;
        var isQuoted = false;
        for (var i = 0; i < text.Length; i++)
        {
            isQuoted ^= text[i] == '"' && (i == 0 || text[i - 1] != '\\');
            if (!isQuoted && depth == 0 && text[i] == wanted)
            {
                return i;
            }

            depth += text[i] switch
            {
                '<' or '[' or '(' when !isQuoted => 1,
                '>' or ']' or ')' when !isQuoted => -1,
                _ => 0,
            };
        }

        return -1;
    }

    private static OldParameter Parameter(string text)
    {
        var equals = text.IndexOf(" = ", StringComparison.Ordinal);
        var declaration = equals < 0 ? text : text.Substring(0, equals);
        var space = declaration.LastIndexOf(' ');
        var type = declaration.Substring(0, Math.Max(0, space));
        while (
            type.IndexOf(' ') is > 0 and var first
            && ParameterModifiers.Contains(type.Substring(0, first))
        )
        {
            type = type.Substring(first + 1);
        }

        return new OldParameter(
            declaration.Substring(space + 1),
            equals < 0 ? null : OldParameter.Number(type, text.Substring(equals + " = ".Length)),
            text.StartsWith("params ", StringComparison.Ordinal),
            type.Replace("!", "")
        );
    }
}
