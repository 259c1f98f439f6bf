using System.Collections.Immutable;
using System.Composition;
using Common.Analyzers.Lifecycle.Author;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.Text;

namespace Common.Analyzers.CodeFixes.Lifecycle;

/// <summary>CMN0010: writes the entry of a deprecation into the changelog.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(ChangelogCodeFix))]
[Shared]
public sealed class ChangelogCodeFix : CodeFixProvider
{
    /// <inheritdoc />
    public override ImmutableArray<string> FixableDiagnosticIds => [RuleIds.ChangelogEntry];

    /// <inheritdoc />
    /// <remarks>None: a reviewer reads each entry, and projects share the file.</remarks>
    public override FixAllProvider? GetFixAllProvider() => null;

    /// <inheritdoc />
    public override Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        var project = context.Document.Project;
        var file = project.AdditionalDocuments.FirstOrDefault(d =>
            Path.GetFileName(d.FilePath) == ChangelogText.FileName
        );
        foreach (var diagnostic in context.Diagnostics)
        {
            if (
                file is not null
                && diagnostic.Properties.TryGetValue(DeprecationChecks.EntryKey, out var entry)
            )
            {
                context.RegisterCodeFix(
                    CodeAction.Create(
                        $"Add '{entry}' to {ChangelogText.FileName}",
                        token => AddAsync(file, entry!, token),
                        equivalenceKey: entry
                    ),
                    diagnostic
                );
            }
        }

        return Task.CompletedTask;
    }

    private static async Task<Solution> AddAsync(
        TextDocument file,
        string entry,
        CancellationToken cancellationToken
    )
    {
        var text = await file.GetTextAsync(cancellationToken).ConfigureAwait(false);
        return file.Project.Solution.WithAdditionalDocumentText(
            file.Id,
            SourceText.From(ChangelogText.Add(text.ToString(), entry), text.Encoding)
        );
    }
}
