using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Common.Analyzers.CodeFixes.Lifecycle;

/// <summary>Writes directives for the namespaces that the types of a removed one are in now.</summary>
internal static class MovedUsing
{
    private const string Kind = "MovedUsing";

    /// <summary>The directive for the first namespace; it remembers the others.</summary>
    public static UsingDirectiveSyntax Write(
        UsingDirectiveSyntax directive,
        ImmutableArray<string> namespaces
    ) =>
        WithName(directive, namespaces[0])
            .WithAdditionalAnnotations(new SyntaxAnnotation(Kind, string.Join(";", namespaces)));

    /// <summary>Adds the directives for the others, and takes out those that stand twice.</summary>
    public static SyntaxNode Finish(SyntaxNode root)
    {
        while (root.GetAnnotatedNodes(Kind).FirstOrDefault() is UsingDirectiveSyntax directive)
        {
            var namespaces = directive.GetAnnotations(Kind).First().Data!.Split(';');
            var others = Around(directive)
                .Where(u => u != directive)
                .Select(u => u.Name?.ToString())
                .ToImmutableHashSet();
            var written = namespaces
                .Where(n => !others.Contains(n))
                .Select(n => WithName(directive.WithoutAnnotations(Kind), n))
                .ToList();
            root =
                written.Count == 0
                    ? root.RemoveNode(directive, SyntaxRemoveOptions.KeepNoTrivia)!
                    : root.ReplaceNode(directive, written);
        }

        return root;
    }

    private static SyntaxList<UsingDirectiveSyntax> Around(UsingDirectiveSyntax directive) =>
        directive.Parent switch
        {
            CompilationUnitSyntax unit => unit.Usings,
            BaseNamespaceDeclarationSyntax space => space.Usings,
            _ => default,
        };

    private static UsingDirectiveSyntax WithName(UsingDirectiveSyntax directive, string name) =>
        directive.WithName(SyntaxFactory.ParseName(name).WithTriviaFrom(directive.Name!));
}
