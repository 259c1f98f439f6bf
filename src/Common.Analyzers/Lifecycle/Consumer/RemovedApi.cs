using System.Collections.Immutable;
using Common.Analyzers.Lifecycle.Replacements;

namespace Common.Analyzers.Lifecycle.Consumer;

/// <summary>An API that a package had, read back from its line in the record.</summary>
/// <param name="Name">What callers write: the last part of its name.</param>
/// <param name="Old">What a code fix needs to know.</param>
internal sealed record RemovedApi(string Name, OldApi Old)
{
    private static readonly string[] Modifiers =
    [
        "~",
        "abstract ",
        "const ",
        "override ",
        "readonly ",
        "sealed ",
        "static ",
        "virtual ",
    ];

    private static readonly string[] Accessors = [".get", ".set", ".init"];

    /// <summary>Reads a line of the files of the public API; <see langword="null"/> if callers can't name what it is.</summary>
    public static RemovedApi? Parse(string line, string replacement)
    {
        var text = line;
        var isStatic = false;
        while (
            Modifiers.FirstOrDefault(m => text.StartsWith(m, StringComparison.Ordinal))
                is { } modifier
        )
        {
            isStatic |= modifier is "static " or "const ";
            text = text.Substring(modifier.Length);
        }

        var arrow = text.LastIndexOf(" -> ", StringComparison.Ordinal);
        if (arrow < 0)
        {
            return Type(text, replacement);
        }

        text = text.Substring(0, arrow);
        var open = TopLevel(text, '(');
        var parameters = open < 0 ? [] : Parameters(text.Substring(open + 1).TrimEnd(')'));
        var path = open < 0 ? text : text.Substring(0, open);
        path = path.Split([" = "], StringSplitOptions.None)[0];
        var accessor = Accessors.FirstOrDefault(a => path.EndsWith(a, StringComparison.Ordinal));
        path = accessor is null ? path : path.Substring(0, path.Length - accessor.Length);
        var dot = LastDot(path);
        if (dot < 0 || path.Contains("operator "))
        {
            return null;
        }

        var (name, typeParameters) = Generic(path.Substring(dot + 1));
        var owner = path.Substring(0, dot);
        var ownerName = Generic(owner.Substring(LastDot(owner) + 1)).Name;
        var isExtension =
            open >= 0 && text.Substring(open + 1).StartsWith("this ", StringComparison.Ordinal);
        var kind =
            name == ownerName && open >= 0 ? OldApiKind.Constructor
            : isExtension ? OldApiKind.ExtensionMethod
            : open >= 0 ? OldApiKind.Method
            : OldApiKind.Value;
        return new RemovedApi(
            name,
            new OldApi(
                kind,
                Namespace(owner),
                MetadataName(owner),
                isStatic,
                parameters,
                typeParameters,
                replacement
            )
        );
    }

    private static RemovedApi Type(string text, string replacement)
    {
        var (name, typeParameters) = Generic(text.Substring(LastDot(text) + 1));
        return new RemovedApi(
            name,
            new OldApi(
                OldApiKind.Type,
                Namespace(text),
                MetadataName(text),
                IsStatic: false,
                [],
                typeParameters,
                replacement
            )
        );
    }

    private static ImmutableArray<OldParameter> Parameters(string text)
    {
        var result = ImmutableArray.CreateBuilder<OldParameter>();
        while (text.Length > 0)
        {
            var comma = TopLevel(text, ',');
            var one = (comma < 0 ? text : text.Substring(0, comma)).Trim();
            text = comma < 0 ? "" : text.Substring(comma + 1);
            var equals = one.IndexOf(" = ", StringComparison.Ordinal);
            var declaration = equals < 0 ? one : one.Substring(0, equals);
            result.Add(
                new OldParameter(
                    declaration.Substring(declaration.LastIndexOf(' ') + 1),
                    equals < 0 ? null : one.Substring(equals + " = ".Length),
                    one.StartsWith("params ", StringComparison.Ordinal)
                )
            );
        }

        return result.ToImmutable();
    }

    private static (string Name, ImmutableArray<string> TypeParameters) Generic(string name)
    {
        var open = name.IndexOf('<');
        return open < 0
            ? (name, [])
            : (
                name.Substring(0, open),
                [.. name.Substring(open + 1).TrimEnd('>').Split(',').Select(p => p.Trim())]
            );
    }

    private static string MetadataName(string type)
    {
        var (path, parameters) = Generic(type);
        return parameters.IsEmpty
            ? path
            : path
                + "`"
                + parameters.Length.ToString(System.Globalization.CultureInfo.InvariantCulture);
    }

    private static string Namespace(string type) =>
        LastDot(type) is > 0 and var dot ? type.Substring(0, dot) : "";

    private static int LastDot(string text)
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

    private static int TopLevel(string text, char wanted)
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
}
