using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Common.Analyzers.Lifecycle.Replacements;

/// <summary>Writes the name of a replacement as a <c>cref</c> of a comment.</summary>
internal static class CrefWriter
{
    private const string Global = "global::";
    private const string This = "this.";

    /// <summary>The reference, or <see langword="null"/> where the replacement is no type or member.</summary>
    public static CrefSyntax? Write(OldApi api, ReplacementNames names)
    {
        ExpressionSyntax path =
            api.Kind == OldApiKind.Type
                ? SyntaxFactory.ParseTypeName(api.Replacement)
                : Called(SyntaxFactory.ParseExpression(api.Replacement));
        if (
            path is not (SimpleNameSyntax or QualifiedNameSyntax or MemberAccessExpressionSyntax)
            || Full(path, api, names) is not { } full
        )
        {
            return null;
        }

        // In a comment type arguments stand in braces.
        var text = full.Replace('<', '{').Replace('>', '}');
        return SyntaxFactory
            .ParseLeadingTrivia($"/// <see cref=\"{text}\"/>\n")
            .Select(t => t.GetStructure())
            .OfType<DocumentationCommentTriviaSyntax>()
            .SelectMany(d => d.DescendantNodes().OfType<XmlCrefAttributeSyntax>())
            .FirstOrDefault()
            ?.Cref.WithAdditionalAnnotations(WrittenMarks.Simplify);
    }

    private static ExpressionSyntax Called(ExpressionSyntax replacement) =>
        replacement switch
        {
            InvocationExpressionSyntax call => call.Expression,
            ObjectCreationExpressionSyntax { Type: var type } => type,
            _ => replacement,
        };

    private static string? Full(ExpressionSyntax path, OldApi api, ReplacementNames names)
    {
        var text = path.ToString();
        if (text.StartsWith(This, StringComparison.Ordinal))
        {
            return OwnType(api) + "." + text.Substring(This.Length);
        }

        var first = path.DescendantNodesAndSelf()
            .OfType<SimpleNameSyntax>()
            .First(ReplacementNames.IsFirst);
        if (
            api.Parameters.Any(p => p.Name == first.Identifier.ValueText)
            || names.Qualify(first) is not { } qualified
        )
        {
            return null;
        }

        qualified = qualified.StartsWith(This, StringComparison.Ordinal)
            ? OwnType(api) + "." + qualified.Substring(This.Length)
            : qualified.Replace(Global, "");
        return qualified + text.Substring(first.Span.End);
    }

    private static string OwnType(OldApi api) => api.Type.Split('`')[0].Replace('+', '.');
}
