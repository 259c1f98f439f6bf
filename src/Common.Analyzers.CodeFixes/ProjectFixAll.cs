using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;

namespace Common.Analyzers.CodeFixes;

/// <summary>Mends all diagnostics of a project at once, one project after the other: for fixes that share a file, a class or a number.</summary>
/// <param name="title">What an editor offers.</param>
/// <param name="fix">Mends diagnostics of a project, and gives the solution with it.</param>
internal sealed class ProjectFixAll(
    string title,
    Func<Project, ImmutableArray<Diagnostic>, CancellationToken, Task<Solution>> fix
) : FixAllProvider
{
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
            title,
            async token =>
            {
                var solution = fixAllContext.Solution;
                foreach (var (id, diagnostics) in found)
                {
                    solution = await fix(solution.GetProject(id)!, diagnostics, token)
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
