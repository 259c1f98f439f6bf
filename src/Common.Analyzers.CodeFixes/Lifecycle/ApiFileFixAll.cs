using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;

namespace Common.Analyzers.CodeFixes.Lifecycle;

/// <summary>Edits each project's files of the public API once for all diagnostics.</summary>
internal sealed class ApiFileFixAll : FixAllProvider
{
    public static readonly ApiFileFixAll Instance = new();

    /// <inheritdoc />
    public override IEnumerable<FixAllScope> GetSupportedFixAllScopes() =>
        [FixAllScope.Document, FixAllScope.Project, FixAllScope.Solution];

    /// <inheritdoc />
    public override async Task<CodeAction?> GetFixAsync(FixAllContext fixAllContext)
    {
        var found = new List<(ProjectId Project, ImmutableArray<Diagnostic> Diagnostics)>();
        foreach (var project in Projects(fixAllContext))
        {
            var diagnostics = fixAllContext
                is { Scope: FixAllScope.Document, Document: { } document }
                ? await fixAllContext.GetDocumentDiagnosticsAsync(document).ConfigureAwait(false)
                : await fixAllContext.GetAllDiagnosticsAsync(project).ConfigureAwait(false);
            if (!diagnostics.IsEmpty)
            {
                found.Add((project.Id, diagnostics));
            }
        }

        return CodeAction.Create(
            "Bring the files of the public API up to date",
            async token =>
            {
                var solution = fixAllContext.Solution;
                foreach (var (id, diagnostics) in found)
                {
                    solution = await ApiFileText
                        .ApplyAsync(solution.GetProject(id)!, diagnostics, token)
                        .ConfigureAwait(false);
                }

                return solution;
            },
            equivalenceKey: fixAllContext.CodeActionEquivalenceKey
        );
    }

    private static IEnumerable<Project> Projects(FixAllContext context) =>
        context.Scope == FixAllScope.Solution ? context.Solution.Projects : [context.Project];
}
