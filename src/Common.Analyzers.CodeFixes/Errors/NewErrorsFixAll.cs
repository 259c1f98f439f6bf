using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;

namespace Common.Analyzers.CodeFixes.Errors;

/// <summary>Declares all errors of a project at once, since several go into one class.</summary>
internal sealed class NewErrorsFixAll : FixAllProvider
{
    public static readonly NewErrorsFixAll Instance = new();

    public override IEnumerable<FixAllScope> GetSupportedFixAllScopes() =>
        [FixAllScope.Document, FixAllScope.Project, FixAllScope.Solution];

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
            "Declare the errors",
            async token =>
            {
                var solution = fixAllContext.Solution;
                foreach (var (id, diagnostics) in found)
                {
                    var errors = await NewErrors
                        .PlanAsync(solution.GetProject(id)!, diagnostics, token)
                        .ConfigureAwait(false);
                    solution = await errors.ApplyAsync(token).ConfigureAwait(false);
                }

                return solution;
            },
            equivalenceKey: fixAllContext.CodeActionEquivalenceKey
        );
    }

    private static IEnumerable<Project> Projects(FixAllContext context) =>
        context.Scope == FixAllScope.Solution ? context.Solution.Projects : [context.Project];
}
