using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;

namespace Common.Tool.Incubator.Rewriting;

/// <summary>Finds where a file names a namespace by its first segments.</summary>
internal static class NamespaceChanges
{
    private static readonly CSharpParseOptions Options = CSharpParseOptions
        .Default.WithLanguageVersion(LanguageVersion.Preview)
        .WithDocumentationMode(DocumentationMode.Parse);

    /// <summary>Puts one namespace in place of another throughout a file.</summary>
    /// <param name="text">The file's text.</param>
    /// <param name="from">The namespace that is looked for.</param>
    /// <param name="to">What takes its place.</param>
    public static string Apply(string text, string from, string to)
    {
        var changes = new SortedDictionary<int, TextChange>();
        Collect(CSharpSyntaxTree.ParseText(text, Options).GetRoot(), from.Split('.'), to, changes);
        return SourceText.From(text).WithChanges(changes.Values).ToString();
    }

    /// <summary>Collects the changes of a tree, its doc comments and its disabled code.</summary>
    /// <param name="root">The tree.</param>
    /// <param name="from">The first segments that are looked for.</param>
    /// <param name="to">What takes their place.</param>
    /// <param name="changes">Receives the changes by their place.</param>
    public static void Collect(
        SyntaxNode root,
        string[] from,
        string to,
        SortedDictionary<int, TextChange> changes
    )
    {
        Match([.. root.DescendantTokens(descendIntoTrivia: true)], from, to, 0, changes);
        if (!root.ContainsDirectives)
        {
            return; // so nothing is disabled
        }

        foreach (var trivia in root.DescendantTrivia(descendIntoTrivia: true))
        {
            CollectDisabled(trivia, from, to, 0, changes);
        }
    }

    // What #if leaves out is no tree, only a text: it is cut into tokens as the compiler would.
    private static void CollectDisabled(
        SyntaxTrivia trivia,
        string[] from,
        string to,
        int offset,
        SortedDictionary<int, TextChange> changes
    )
    {
        if (!trivia.IsKind(SyntaxKind.DisabledTextTrivia))
        {
            return;
        }

        var start = offset + trivia.SpanStart;
        var tokens = SyntaxFactory.ParseTokens(trivia.ToString(), options: Options).ToList();
        var flat = new List<SyntaxToken>();
        foreach (var token in tokens)
        {
            foreach (var inner in token.LeadingTrivia.Concat(token.TrailingTrivia))
            {
                CollectDisabled(inner, from, to, start, changes);
                if (inner.GetStructure() is { } structure)
                {
                    Match([.. structure.DescendantTokens()], from, to, start, changes);
                }
            }

            flat.Add(token);
        }

        Match(flat, from, to, start, changes);
    }

    private static void Match(
        List<SyntaxToken> tokens,
        string[] from,
        string to,
        int offset,
        SortedDictionary<int, TextChange> changes
    )
    {
        var length = (from.Length * 2) - 1;
        for (var i = 0; i + length <= tokens.Count; i++)
        {
            if (!IsStart(tokens, i) || !IsName(tokens, i, from))
            {
                continue;
            }

            var span = TextSpan.FromBounds(
                offset + tokens[i].SpanStart,
                offset + tokens[i + length - 1].Span.End
            );
            changes[span.Start] = new TextChange(span, to);
            i += length - 1;
        }
    }

    private static bool IsStart(List<SyntaxToken> tokens, int index)
    {
        if (index == 0)
        {
            return true;
        }

        return tokens[index - 1].Kind() switch
        {
            SyntaxKind.DotToken or SyntaxKind.MinusGreaterThanToken => false,
            SyntaxKind.ColonColonToken => index >= 2 && tokens[index - 2].Text == "global",
            _ => true,
        };
    }

    private static bool IsName(List<SyntaxToken> tokens, int index, string[] from)
    {
        for (var part = 0; part < from.Length; part++)
        {
            var token = tokens[index + (part * 2)];
            if (!token.IsKind(SyntaxKind.IdentifierToken) || token.ValueText != from[part])
            {
                return false;
            }

            if (
                part + 1 < from.Length
                && !tokens[index + (part * 2) + 1].IsKind(SyntaxKind.DotToken)
            )
            {
                return false;
            }
        }

        return true;
    }
}
