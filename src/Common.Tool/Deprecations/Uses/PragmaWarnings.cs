using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Common.Tool.Deprecations.Uses;

/// <summary>The <c>#pragma warning</c> directives of a file, in order.</summary>
internal sealed class PragmaWarnings
{
    private readonly List<(int Position, bool IsDisabled, HashSet<string> Ids)> _directives = [];

    private PragmaWarnings() { }

    /// <summary>Reads a file.</summary>
    public static PragmaWarnings Of(SyntaxTree tree)
    {
        var result = new PragmaWarnings();
        var root = (CSharpSyntaxNode)tree.GetRoot();
        for (
            var directive = root.GetFirstDirective(d =>
                d.IsKind(SyntaxKind.PragmaWarningDirectiveTrivia)
            );
            directive is not null;
            directive = directive.GetNextDirective(d =>
                    d.IsKind(SyntaxKind.PragmaWarningDirectiveTrivia)
                )
        )
        {
            var pragma = (PragmaWarningDirectiveTriviaSyntax)directive;
            if (pragma.IsActive)
            {
                result._directives.Add(
                    (
                        pragma.SpanStart,
                        pragma.DisableOrRestoreKeyword.IsKind(SyntaxKind.DisableKeyword),
                        pragma
                            .ErrorCodes.Select(c => Normalized(c.ToString()))
                            .ToHashSet(StringComparer.OrdinalIgnoreCase)
                    )
                );
            }
        }

        return result;
    }

    /// <summary>Whether the last directive before a position that is about an ID, or about all, disables it.</summary>
    public bool IsDisabled(string id, int position)
    {
        var last = _directives.FindLast(d =>
            d.Position < position && (d.Ids.Count == 0 || d.Ids.Contains(id))
        );
        return last.IsDisabled;
    }

    /// <summary>The ID as diagnostics have it: a bare number is one of the compiler's.</summary>
    public static string Normalized(string id) =>
        int.TryParse(id, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? "CS" + number.ToString("0000", CultureInfo.InvariantCulture)
            : id;
}
