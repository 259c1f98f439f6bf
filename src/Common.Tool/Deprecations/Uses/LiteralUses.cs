using Microsoft.CodeAnalysis.CSharp;

namespace Common.Tool.Deprecations.Uses;

/// <summary>Finds headers, events, error codes and configuration keys that code names in string literals.</summary>
internal static class LiteralUses
{
    /// <summary>Finds them: literals that are exactly a name, whatever their form; headers and keys in either case.</summary>
    public static IEnumerable<Use> Find(
        ProjectScope scope,
        IReadOnlyList<DeprecatedItem> items,
        CancellationToken cancellationToken
    )
    {
        var byName = items.ToLookup(i => i.Name, StringComparer.OrdinalIgnoreCase);
        if (byName.Count == 0)
        {
            yield break;
        }

        foreach (var tree in scope.Compilation.SyntaxTrees)
        {
            foreach (var token in tree.GetRoot(cancellationToken).DescendantTokens())
            {
                if (!IsString(token.Kind()))
                {
                    continue;
                }

                foreach (var item in byName[token.ValueText])
                {
                    if (item.Surface is "header" or "config" || item.Name == token.ValueText)
                    {
                        yield return scope.UseAt(item, token.GetLocation()) with
                        {
                            Manual = "it is named in a string",
                        };
                    }
                }
            }
        }
    }

    private static bool IsString(SyntaxKind kind) =>
        kind
            is SyntaxKind.StringLiteralToken
                or SyntaxKind.Utf8StringLiteralToken
                or SyntaxKind.SingleLineRawStringLiteralToken
                or SyntaxKind.Utf8SingleLineRawStringLiteralToken;
}
