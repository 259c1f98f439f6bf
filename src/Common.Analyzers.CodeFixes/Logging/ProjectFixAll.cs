using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.Text;

namespace Common.Analyzers.CodeFixes.Logging;

/// <summary>Mends all places of a project at once, so that no two of them take the same ID.</summary>
internal sealed class ProjectFixAll(string title, ProjectFixAll.Fix fix) : FixAllProvider
{
    /// <summary>Mends places of a project.</summary>
    public delegate Task<Solution> Fix(
        Project project,
        IReadOnlyList<(DocumentId Document, TextSpan Span)> places,
        CancellationToken cancellation
    );

    /// <inheritdoc />
    public override IEnumerable<FixAllScope> GetSupportedFixAllScopes() =>
        [FixAllScope.Document, FixAllScope.Project, FixAllScope.Solution];

    /// <inheritdoc />
    public override async Task<CodeAction?> GetFixAsync(FixAllContext fixAllContext)
    {
        var found =
            new List<(ProjectId Project, List<(DocumentId Document, TextSpan Span)> Places)>();
        var projects =
            fixAllContext.Scope == FixAllScope.Solution
                ? fixAllContext.Solution.Projects
                : [fixAllContext.Project];
        foreach (var project in projects)
        {
            var diagnostics = fixAllContext
                is { Scope: FixAllScope.Document, Document: { } document }
                ? await fixAllContext.GetDocumentDiagnosticsAsync(document).ConfigureAwait(false)
                : await fixAllContext.GetAllDiagnosticsAsync(project).ConfigureAwait(false);
            var places =
                from diagnostic in diagnostics
                where diagnostic.Location.IsInSource
                let place = project.GetDocument(diagnostic.Location.SourceTree)
                where place is not null
                orderby place.FilePath ?? place.Name, diagnostic.Location.SourceSpan.Start
                select (place.Id, diagnostic.Location.SourceSpan);
            found.Add((project.Id, [.. places]));
        }

        return CodeAction.Create(
            title,
            async token =>
            {
                var solution = fixAllContext.Solution;
                foreach (var (id, places) in found)
                {
                    solution = await fix(solution.GetProject(id)!, places, token)
                        .ConfigureAwait(false);
                }

                return solution;
            },
            equivalenceKey: fixAllContext.CodeActionEquivalenceKey
        );
    }
}
