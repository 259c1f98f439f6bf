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
    /// <remarks>None: each fix takes the next free ID, which is known only when the one before is written.</remarks>
    public override FixAllProvider? GetFixAllProvider() => null;

    /// <inheritdoc />
    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        var root = await context
            .Document.GetSyntaxRootAsync(context.CancellationToken)
            .ConfigureAwait(false);
        foreach (var diagnostic in context.Diagnostics)
        {
            var node = root!.FindNode(diagnostic.Location.SourceSpan);
            if (
                node.FirstAncestorOrSelf<AttributeListSyntax>()
                    is not { Parent: MemberDeclarationSyntax } list
                || diagnostic.Properties[DeprecationChecks.MessageKey] is not { } message
                || diagnostic.Properties[DeprecationChecks.PrefixKey] is not { } prefix
            )
            {
                continue;
            }

            context.RegisterCodeFix(
                CodeAction.Create(
                    "Write [Obsolete] from [Deprecated]",
                    token => WriteAsync(context.Document, list, message, prefix, token),
                    equivalenceKey: message
                ),
                diagnostic
            );
        }
    }

    private static async Task<Document> WriteAsync(
        Document document,
        AttributeListSyntax list,
        string message,
        string prefix,
        CancellationToken cancellationToken
    )
    {
        var root = await document.GetSyntaxRootAsync(cancellationToken).ConfigureAwait(false);
        var member = (MemberDeclarationSyntax)list.Parent!;
        var old = member
            .AttributeLists.SelectMany(l => l.Attributes)
            .FirstOrDefault(a =>
                a.Name.ToString() is "Obsolete" or "ObsoleteAttribute" or "System.Obsolete"
            );
        var id =
            OldId(old, prefix)
            ?? await NextIdAsync(document.Project.Solution, prefix, cancellationToken)
                .ConfigureAwait(false);
        var attribute = (
            (ClassDeclarationSyntax)
                SyntaxFactory.ParseMemberDeclaration(
                    $"[System.Obsolete({Quote(message)}, DiagnosticId = {Quote(id)})] class C;"
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
            return document.WithSyntaxRoot(root!.ReplaceNode(old, attribute));
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
        return document.WithSyntaxRoot(root!.InsertNodesAfter(list, [line]));
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
    private static async Task<string> NextIdAsync(
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

        return prefix + (highest + 1).ToString("000", CultureInfo.InvariantCulture);
    }

    private static string Quote(string text) => SymbolDisplay.FormatLiteral(text, quote: true);
}
