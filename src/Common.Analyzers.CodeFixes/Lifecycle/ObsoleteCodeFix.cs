using System.Collections.Immutable;
using System.Composition;
using System.Globalization;
using Common.Analyzers.Lifecycle.Author;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Common.Analyzers.CodeFixes.Lifecycle;

/// <summary>CMN0011: writes <c>[Obsolete]</c> from <c>[Deprecated]</c>, with the next free ID.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(ObsoleteCodeFix))]
[Shared]
public sealed class ObsoleteCodeFix : CodeFixProvider
{
    /// <inheritdoc />
    public override ImmutableArray<string> FixableDiagnosticIds => [RuleIds.ObsoleteAttribute];

    /// <inheritdoc />
    /// <remarks>One project after the other, and in the order of the text: each takes the next free ID.</remarks>
    public override FixAllProvider? GetFixAllProvider() =>
        new ProjectFixAll("Write [Obsolete] from each [Deprecated]", ApplyAsync);

    /// <inheritdoc />
    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        var root = await context
            .Document.GetSyntaxRootAsync(context.CancellationToken)
            .ConfigureAwait(false);
        foreach (
            var diagnostic in context.Diagnostics.Where(d => Announced.Of(root!, d) is not null)
        )
        {
            context.RegisterCodeFix(
                CodeAction.Create(
                    "Write [Obsolete] from [Deprecated]",
                    token => ApplyAsync(context.Document.Project, [diagnostic], token),
                    equivalenceKey: nameof(ObsoleteCodeFix)
                ),
                diagnostic
            );
        }
    }

    private static async Task<Solution> ApplyAsync(
        Project project,
        ImmutableArray<Diagnostic> diagnostics,
        CancellationToken cancellationToken
    )
    {
        var solution = project.Solution;
        var ids = new Dictionary<string, int>();
        foreach (var found in diagnostics.GroupBy(d => d.Location.SourceTree))
        {
            if (solution.GetDocument(found.Key) is not { } document)
            {
                continue;
            }

            var root = await document.GetSyntaxRootAsync(cancellationToken).ConfigureAwait(false);
            var announced = found
                .OrderBy(d => d.Location.SourceSpan.Start)
                .Select(d => Announced.Of(root!, d))
                .OfType<Announced>()
                .ToList();
            root = root!.TrackNodes(announced.Select(a => a.List));
            foreach (var one in announced)
            {
                if (!ids.TryGetValue(one.Prefix, out var highest))
                {
                    highest = await HighestIdAsync(solution, one.Prefix, cancellationToken)
                        .ConfigureAwait(false);
                }

                root = Write(root, one with { List = root.GetCurrentNode(one.List)! }, ref highest);
                ids[one.Prefix] = highest;
            }

            solution = solution.WithDocumentSyntaxRoot(document.Id, root);
        }

        return solution;
    }

    private static SyntaxNode Write(SyntaxNode root, Announced announced, ref int highest)
    {
        var list = announced.List;
        var old = ((MemberDeclarationSyntax)list.Parent!)
            .AttributeLists.SelectMany(l => l.Attributes)
            .FirstOrDefault(a =>
                a.Name.ToString() is "Obsolete" or "ObsoleteAttribute" or "System.Obsolete"
            );
        var id =
            OldId(old, announced.Prefix)
            ?? announced.Prefix + (++highest).ToString("000", CultureInfo.InvariantCulture);
        var attribute = (
            (ClassDeclarationSyntax)
                SyntaxFactory.ParseMemberDeclaration(
                    $"[System.Obsolete({Quote(announced.Message)}, DiagnosticId = {Quote(id)})] class C;"
                )!
        )
            .AttributeLists[0]
            .Attributes[0];
        if (
            root is CompilationUnitSyntax unit
            && unit.Usings.Any(u => u.Name?.ToString() == "System")
        )
        {
            attribute = attribute.WithName(SyntaxFactory.IdentifierName("Obsolete"));
        }

        // Other things said of the old attribute, such as UrlFormat, stay.
        var kept = old?.ArgumentList?.Arguments.Where(a =>
            a.NameEquals is { Name.Identifier.ValueText: not "DiagnosticId" }
        );
        attribute = attribute.AddArgumentListArguments([.. kept ?? []]);
        if (old is not null)
        {
            return root.ReplaceNode(old, attribute);
        }

        var line = SyntaxFactory
            .AttributeList(SyntaxFactory.SingletonSeparatedList(attribute))
            .WithLeadingTrivia(
                list.GetLeadingTrivia()
                    .Where(t => t.IsKind(SyntaxKind.WhitespaceTrivia))
                    .Reverse()
                    .Take(1)
            )
            .WithTrailingTrivia(list.GetTrailingTrivia());
        return root.InsertNodesAfter(list, [line]);
    }

    private static string? OldId(AttributeSyntax? old, string prefix)
    {
        var id = old
            ?.ArgumentList?.Arguments.FirstOrDefault(a =>
                a.NameEquals is { Name.Identifier.ValueText: "DiagnosticId" }
            )
            ?.Expression
            is LiteralExpressionSyntax literal
            ? literal.Token.ValueText
            : null;
        return ObsoleteText.IsId(id, prefix) ? id : null;
    }

    // An ID is never used again, so that those of the record count as well as those of the code.
    private static async Task<int> HighestIdAsync(
        Solution solution,
        string prefix,
        CancellationToken cancellationToken
    )
    {
        var highest = 0;
        foreach (
            var document in solution.Projects.SelectMany(p =>
                p.Documents.Concat(p.AdditionalDocuments)
            )
        )
        {
            var text = (
                await document.GetTextAsync(cancellationToken).ConfigureAwait(false)
            ).ToString();
            for (
                var at = text.IndexOf(prefix, StringComparison.Ordinal);
                at >= 0;
                at = text.IndexOf(prefix, at + 1, StringComparison.Ordinal)
            )
            {
                var digits = new string([
                    .. text.Skip(at + prefix.Length).TakeWhile(c => c is >= '0' and <= '9').Take(6),
                ]);
                if (
                    int.TryParse(
                        digits,
                        NumberStyles.None,
                        CultureInfo.InvariantCulture,
                        out var number
                    )
                )
                {
                    highest = Math.Max(highest, number);
                }
            }
        }

        return highest;
    }

    private static string Quote(string text) => SymbolDisplay.FormatLiteral(text, quote: true);

    /// <summary>A deprecation that <c>[Obsolete]</c> does not say yet.</summary>
    /// <param name="List">Where <c>[Deprecated]</c> stands.</param>
    /// <param name="Message">What <c>[Obsolete]</c> is to say.</param>
    /// <param name="Prefix">How its ID begins.</param>
    private sealed record Announced(AttributeListSyntax List, string Message, string Prefix)
    {
        public static Announced? Of(SyntaxNode root, Diagnostic diagnostic) =>
            root.FindNode(diagnostic.Location.SourceSpan).FirstAncestorOrSelf<AttributeListSyntax>()
                is { Parent: MemberDeclarationSyntax } list
            && diagnostic.Properties[DeprecationChecks.MessageKey] is { } message
            && diagnostic.Properties[DeprecationChecks.PrefixKey] is { } prefix
                ? new(list, message, prefix)
                : null;
    }
}
