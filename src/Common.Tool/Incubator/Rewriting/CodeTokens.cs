using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Common.Tool.Incubator.Rewriting;

/// <summary>Compares two texts as code: layout does not count, everything else does, comments too.</summary>
internal static class CodeTokens
{
    /// <summary>Whether one text is the other, only laid out in another way.</summary>
    public static bool AreEqual(string left, string right) =>
        HaveEqualInk(left, right) && Of(left).SequenceEqual(Of(right), StringComparer.Ordinal);

    // Nearly every edit shows in the characters alone, which saves the parsing of both texts.
    private static bool HaveEqualInk(ReadOnlySpan<char> left, ReadOnlySpan<char> right)
    {
        while (true)
        {
            left = left.TrimStart();
            right = right.TrimStart();
            var same = left.CommonPrefixLength(right);
            if (same > 0)
            {
                left = left[same..];
                right = right[same..];
            }
            else
            {
                return left.IsEmpty && right.IsEmpty;
            }
        }
    }

    private static IEnumerable<string> Of(string text)
    {
        var root = CSharpSyntaxTree
            .ParseText(
                text,
                CSharpParseOptions.Default.WithLanguageVersion(LanguageVersion.Preview)
            )
            .GetRoot();
        foreach (var token in root.DescendantTokens())
        {
            foreach (var trivia in Visible(token.LeadingTrivia))
            {
                yield return trivia;
            }

            yield return token.Text;
            foreach (var trivia in Visible(token.TrailingTrivia))
            {
                yield return trivia;
            }
        }
    }

    private static IEnumerable<string> Visible(SyntaxTriviaList list) =>
        list.Where(trivia =>
                !trivia.IsKind(SyntaxKind.WhitespaceTrivia)
                && !trivia.IsKind(SyntaxKind.EndOfLineTrivia)
            )
            .Select(trivia =>
                string.Join(
                    '\n',
                    trivia
                        .ToFullString()
                        .Split('\n')
                        .Select(line => line.Trim())
                        .Where(line => line.Length > 0)
                )
            );
}
