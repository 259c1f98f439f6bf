using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Common.Analyzers.Lifecycle.Consumer;

/// <summary>Finds where a file has one of some names. It reads the text first, since most files have none, and syntax costs more.</summary>
internal sealed class NameFinder
{
    private const int Slots = 1 << 13;

    private readonly HashSet<string> _names;
    private readonly bool[] _isTaken = new bool[Slots];

    public NameFinder(IEnumerable<string> names)
    {
        _names = new HashSet<string>(names, StringComparer.Ordinal);
        foreach (var name in _names)
        {
            _isTaken[Slot(name.Aggregate(0, Mix))] = true;
        }
    }

    /// <summary>Whether it is one of the names.</summary>
    public bool Has(string name) => _names.Contains(name);

    /// <summary>The places in code and in documentation that have one of the names: names, and declarations that override by name.</summary>
    public IEnumerable<SyntaxNode> In(SyntaxTree tree, CancellationToken cancellationToken)
    {
        var text = tree.GetText(cancellationToken).ToString();
        if (HasEscapes(text))
        {
            return tree.GetRoot(cancellationToken)
                .DescendantNodes(descendIntoTrivia: true)
                .Where(n => NameOf(n) is { } name && Has(name.ValueText) && !IsOfDirective(n));
        }

        var positions = Positions(text);
        return positions.Count == 0 ? [] : Names(tree.GetRoot(cancellationToken), positions);
    }

    private static SyntaxToken? NameOf(SyntaxNode node) =>
        node is SimpleNameSyntax name ? name.Identifier : Overrides.NameOf(node);

    private static IEnumerable<SyntaxNode> Names(SyntaxNode root, List<int> positions)
    {
        foreach (var position in positions)
        {
            var token = root.FindToken(position, findInsideTrivia: true);
            if (
                token.IsKind(SyntaxKind.IdentifierToken)
                && token.Span.Contains(position)
                && token.Parent is { } node
                && NameOf(node) == token
                && !IsOfDirective(node)
            )
            {
                yield return node;
            }
        }
    }

    // The names in `#if` are symbols of the preprocessor.
    private static bool IsOfDirective(SyntaxNode name) =>
        name.FirstAncestorOrSelf<DirectiveTriviaSyntax>() is not null;

    // `\u0041` may stand in a name.
    private static bool HasEscapes(string text) =>
        text.IndexOf("\\u", StringComparison.OrdinalIgnoreCase) >= 0;

    private List<int> Positions(string text)
    {
        var found = new List<int>();
        for (var i = 0; i < text.Length; )
        {
            if (!IsPart(text[i]))
            {
                i++;
                continue;
            }

            var start = i;
            var hash = 0;
            do
            {
                hash = Mix(hash, text[i++]);
            } while (i < text.Length && IsPart(text[i]));

            if (_isTaken[Slot(hash)] && _names.Contains(text.Substring(start, i - start)))
            {
                found.Add(start);
            }
        }

        return found;
    }

    private static int Mix(int hash, char next) => unchecked((hash * 31) + next);

    private static int Slot(int hash) => (hash ^ (hash >> 13)) & (Slots - 1);

    private static bool IsPart(char c) =>
        c < 128
            ? (uint)((c | 0x20) - 'a') <= 'z' - 'a' || (uint)(c - '0') <= 9 || c == '_'
            : SyntaxFacts.IsIdentifierPartCharacter(c);
}
