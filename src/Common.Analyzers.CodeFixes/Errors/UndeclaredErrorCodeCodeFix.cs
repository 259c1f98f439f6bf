using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;

namespace Common.Analyzers.CodeFixes.Errors;

/// <summary>CMN6005: declares an error that is made by hand, and raises the declared one wherever it was made so.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(UndeclaredErrorCodeCodeFix))]
[Shared]
public sealed class UndeclaredErrorCodeCodeFix : CodeFixProvider
{
    private static readonly ProjectFixAll All = new(
        "Declare the errors",
        async (project, diagnostics, token) =>
        {
            var errors = await NewErrors
                .PlanAsync(project, diagnostics, token)
                .ConfigureAwait(false);
            return await errors.ApplyAsync(token).ConfigureAwait(false);
        }
    );

    public override ImmutableArray<string> FixableDiagnosticIds => [RuleIds.UndeclaredErrorCode];

    public override FixAllProvider GetFixAllProvider() => All;

    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        var project = context.Document.Project;
        foreach (var diagnostic in context.Diagnostics)
        {
            var errors = await NewErrors
                .PlanAsync(project, [diagnostic], context.CancellationToken)
                .ConfigureAwait(false);
            if (errors.Place(diagnostic) is { } place)
            {
                context.RegisterCodeFix(
                    CodeAction.Create(
                        $"Declare it in '{place}'",
                        errors.ApplyAsync,
                        equivalenceKey: RuleIds.UndeclaredErrorCode
                    ),
                    diagnostic
                );
            }
        }
    }
}
