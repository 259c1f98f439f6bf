using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Common.Tool.Incubator.Rewriting;

/// <summary>Says with which preprocessor symbols a file is read so that each piece of it is code at least once.</summary>
internal static class SymbolSets
{
    /// <summary>None, each alone, all, and all but each.</summary>
    public static IEnumerable<IReadOnlyList<string>> Of(SyntaxNode root)
    {
        yield return [];
        var symbols = Symbols(root);
        if (symbols.Count == 0)
        {
            yield break;
        }

        yield return symbols;
        foreach (var symbol in symbols)
        {
            yield return [symbol];
            yield return [.. symbols.Where(other => other != symbol)];
        }
    }

    private static List<string> Symbols(SyntaxNode root) =>
        [
            .. root.DescendantTrivia()
                .Select(trivia => trivia.GetStructure())
                .OfType<ConditionalDirectiveTriviaSyntax>()
                .SelectMany(directive => directive.Condition.DescendantNodesAndSelf())
                .OfType<IdentifierNameSyntax>()
                .Select(name => name.Identifier.ValueText)
                .Distinct(StringComparer.Ordinal)
                .Order(StringComparer.Ordinal),
        ];
}
