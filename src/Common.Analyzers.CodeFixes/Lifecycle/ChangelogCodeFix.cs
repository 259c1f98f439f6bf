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
    /// <remarks>One project after the other: they may share the file.</remarks>
    public override FixAllProvider? GetFixAllProvider() =>
        new ProjectFixAll($"Add the entries to {ChangelogText.FileName}", ApplyAsync);

    /// <inheritdoc />
    public override Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        var project = context.Document.Project;
        foreach (var diagnostic in context.Diagnostics)
        {
            if (
                Find(project) is not null
                && diagnostic.Properties.TryGetValue(DeprecationChecks.EntryKey, out var entry)
            )
            {
                context.RegisterCodeFix(
                    CodeAction.Create(
                        $"Add '{entry}' to {ChangelogText.FileName}",
                        token => ApplyAsync(project, [diagnostic], token),
                        equivalenceKey: nameof(ChangelogCodeFix)
                    ),
                    diagnostic
                );
            }
        }

        return Task.CompletedTask;
    }

    private static TextDocument? Find(Project project) =>
        project.AdditionalDocuments.FirstOrDefault(d =>
            Path.GetFileName(d.FilePath) == ChangelogText.FileName
        );

    private static async Task<Solution> ApplyAsync(
        Project project,
        ImmutableArray<Diagnostic> diagnostics,
        CancellationToken cancellationToken
    )
    {
        var solution = project.Solution;
        if (Find(project) is not { } file)
        {
            return solution;
        }

        var old = await file.GetTextAsync(cancellationToken).ConfigureAwait(false);
        var text = diagnostics
            .OrderBy(d => d.Location.GetLineSpan().Path, StringComparer.Ordinal)
            .ThenBy(d => d.Location.SourceSpan.Start)
            .Select(d => d.Properties.TryGetValue(DeprecationChecks.EntryKey, out var e) ? e : null)
            .OfType<string>()
            .Distinct()
            .Aggregate(old.ToString(), ChangelogText.Add);

        // Each project that shares the file has a document of its own for it.
        var shared = solution
            .Projects.SelectMany(p => p.AdditionalDocuments)
            .Where(d => d.FilePath == file.FilePath)
            .Select(d => d.Id);
        foreach (var id in shared)
        {
            solution = solution.WithAdditionalDocumentText(
                id,
                SourceText.From(text, old.Encoding, old.ChecksumAlgorithm)
            );
        }

        return solution;
    }
}
