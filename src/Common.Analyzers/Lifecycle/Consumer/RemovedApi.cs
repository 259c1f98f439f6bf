using System.Collections.Immutable;
using Common.Analyzers.Lifecycle.Replacements;

namespace Common.Analyzers.Lifecycle.Consumer;

/// <summary>An API that a package had, read back from its line in the record.</summary>
/// <param name="Name">What callers write: the last part of its name; <c>this[]</c>, or <c>operator</c> and its sign.</param>
/// <param name="Old">What a code fix needs to know.</param>
internal sealed record RemovedApi(string Name, OldApi Old)
{
    /// <summary>The name of every indexer.</summary>
    public const string Indexer = "this[]";

    /// <summary>What the name of an operator begins with.</summary>
    public const string Operator = "operator ";

    /// <summary>The name of every conversion.</summary>
    public const string Conversion = Operator + "()";

    private static readonly string[] Modifiers =
    [
        "abstract ",
        "const ",
        "extern ",
        "override ",
        "readonly ",
        "sealed ",
        "static ",
        "virtual ",
        "volatile ",
    ];

    private const string Forwarded = " (forwarded, contained in ";
    private static readonly string[] Accessors = [".get", ".set", ".init"];

    /// <summary>Reads a line of the files of the public API; <see langword="null"/> if callers can't name what it is.</summary>
    public static RemovedApi? Parse(string line, string replacement)
    {
        var text = WithoutStage(line);
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
        return IndexOfName(text, Operator) is > 0 and var sign ? OperatorOf(text, sign, replacement)
            : IndexOfName(text, ".this[") is > 0 and var bracket
                ? IndexerOf(text, bracket, replacement)
            : Member(text, isStatic, replacement);
    }

    private static RemovedApi? Member(string text, bool isStatic, string replacement)
    {
        var open = ApiLineText.IndexOf(text, '(');
        var parameters = open < 0 ? [] : ApiLineText.Parameters(Inside(text, open));
        var path = open < 0 ? text : text.Substring(0, open);
        var constant = path.IndexOf(" = ", StringComparison.Ordinal);
        isStatic |= constant >= 0; // the members of an enum say no more
        path = WithoutAccessor(constant < 0 ? path : path.Substring(0, constant));
        var dot = ApiLineText.LastDot(path);
        if (dot < 0)
        {
            return null;
        }

        var (name, typeParameters) = ApiLineText.Generic(path.Substring(dot + 1));
        var owner = path.Substring(0, dot);
        var ownerName = ApiLineText.Generic(owner.Substring(ApiLineText.LastDot(owner) + 1)).Name;
        var isExtension =
            open >= 0 && text.Substring(open + 1).StartsWith("this ", StringComparison.Ordinal);
        var kind =
            name == ownerName && open >= 0 ? OldApiKind.Constructor
            : isExtension ? OldApiKind.ExtensionMethod
            : open >= 0 ? OldApiKind.Method
            : OldApiKind.Value;
        return Create(kind, name, owner, isStatic, parameters, typeParameters, replacement);
    }

    private static RemovedApi Type(string text, string replacement)
    {
        var (name, typeParameters) = ApiLineText.Generic(
            text.Substring(ApiLineText.LastDot(text) + 1)
        );
        var old = new OldApi(
            OldApiKind.Type,
            ApiLineText.MetadataName(Namespace(text)),
            ApiLineText.MetadataName(text),
            IsStatic: false,
            [],
            typeParameters,
            replacement
        );
        return new RemovedApi(name, old);
    }

    // `N.C.operator +(N.C a, N.C b)`, `N.C.implicit operator int(N.C c)`
    private static RemovedApi? OperatorOf(string text, int sign, string replacement)
    {
        var open = text.IndexOf('(', sign);
        var dot = text.LastIndexOf('.', sign);
        if (open < 0 || dot < 0)
        {
            return null;
        }

        var token = text.Substring(sign + Operator.Length, open - sign - Operator.Length).Trim();
        var isConversion = text.Substring(dot + 1, sign - dot - 1).Trim() is not "";
        token = token.StartsWith("checked ", StringComparison.Ordinal)
            ? token.Substring("checked ".Length)
            : token;
        return Create(
            OldApiKind.Operator,
            isConversion ? Conversion : Operator + token,
            text.Substring(0, dot),
            isStatic: true,
            ApiLineText.Parameters(Inside(text, open)),
            [],
            replacement
        );
    }

    // `N.C.this[int index].get`
    private static RemovedApi IndexerOf(string text, int bracket, string replacement)
    {
        var open = text.IndexOf('[', bracket);
        return Create(
            OldApiKind.Indexer,
            Indexer,
            text.Substring(0, bracket),
            isStatic: false,
            ApiLineText.Parameters(Inside(WithoutAccessor(text), open)),
            [],
            replacement
        );
    }

    private static RemovedApi Create(
        OldApiKind kind,
        string name,
        string owner,
        bool isStatic,
        ImmutableArray<OldParameter> parameters,
        ImmutableArray<string> typeParameters,
        string replacement
    ) =>
        new(
            name,
            new OldApi(
                kind,
                ApiLineText.MetadataName(Namespace(owner)),
                ApiLineText.MetadataName(owner),
                isStatic,
                parameters,
                typeParameters,
                replacement
            )
        );

    // A line that breaks off has nothing inside.
    private static string Inside(string text, int open) =>
        text.Length > open + 2 ? text.Substring(open + 1, text.Length - open - 2) : "";

    // `~`, `[ID]` and where a forwarded type is now.
    private static string WithoutStage(string line)
    {
        var text = line.TrimStart('~');
        while (
            text.StartsWith("[", StringComparison.Ordinal) && text.IndexOf(']') is > 0 and var end
        )
        {
            text = text.Substring(end + 1);
        }

        var forwarded = text.IndexOf(Forwarded, StringComparison.Ordinal);
        return forwarded < 0 ? text : text.Substring(0, forwarded);
    }

    // In what stands before the parameters, which may have texts in them.
    private static int IndexOfName(string text, string name)
    {
        var open = text.IndexOf('(');
        return (open < 0 ? text : text.Substring(0, open)).IndexOf(name, StringComparison.Ordinal);
    }

    private static string WithoutAccessor(string path) =>
        Accessors.FirstOrDefault(a => path.EndsWith(a, StringComparison.Ordinal)) is { } accessor
            ? path.Substring(0, path.Length - accessor.Length)
            : path;

    private static string Namespace(string type) =>
        ApiLineText.LastDot(type) is > 0 and var dot ? type.Substring(0, dot) : "";
}
