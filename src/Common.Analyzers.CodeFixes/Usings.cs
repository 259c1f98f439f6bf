using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Common.Analyzers.CodeFixes;

/// <summary>Adds directives to a file.</summary>
internal static class Usings
{
    /// <summary>Adds <c>using</c> for a namespace if it is not there, in the order of the alphabet.</summary>
    public static SyntaxNode Add(SyntaxNode root, string space)
    {
        if (
            root is not CompilationUnitSyntax unit
            || space.Length == 0
            || unit.Usings.Any(directive => IsFor(directive, space))
        )
        {
            return root;
        }

        var lineEnd = root.ToFullString().Contains("\r\n") ? "\r\n" : "\n";
        var added = SyntaxFactory
            .UsingDirective(SyntaxFactory.ParseName(space))
            .NormalizeWhitespace()
            .WithTrailingTrivia(SyntaxFactory.EndOfLine(lineEnd));
        var index = unit
            .Usings.TakeWhile(directive =>
                directive.Alias is null
                && directive.StaticKeyword.IsKind(SyntaxKind.None)
                && (
                    IsOfSystem(directive)
                    || string.CompareOrdinal(directive.Name?.ToString(), space) < 0
                )
            )
            .Count();
        if (index > 0 || unit.Usings.Count == 0)
        {
            return unit.Usings.Count == 0
                ? unit.WithUsings([
                    added.WithTrailingTrivia(
                        SyntaxFactory.EndOfLine(lineEnd),
                        SyntaxFactory.EndOfLine(lineEnd)
                    ),
                ])
                : unit.WithUsings(unit.Usings.Insert(index, added));
        }

        var first = unit.Usings[0]; // what stands before the directives stays there
        return unit.WithUsings(
            unit.Usings.Replace(first, first.WithLeadingTrivia())
                .Insert(0, added.WithLeadingTrivia(first.GetLeadingTrivia()))
        );
    }

    private static bool IsFor(UsingDirectiveSyntax directive, string space) =>
        directive.Alias is null
        && directive.StaticKeyword.IsKind(SyntaxKind.None)
        && directive.Name?.ToString() == space;

    private static bool IsOfSystem(UsingDirectiveSyntax directive) =>
        directive.Name?.ToString() is { } name
        && (name == "System" || name.StartsWith("System.", StringComparison.Ordinal));
}
