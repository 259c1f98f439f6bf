using System.Collections.Immutable;
using System.Composition;
using Common.Analyzers.Lifecycle.PublicApi;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;

namespace Common.Analyzers.CodeFixes.Lifecycle;

/// <summary>Brings the files of the public API in step with the code: CMN0001, CMN0002, CMN0003, CMN0005.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(ApiFileCodeFix))]
[Shared]
public sealed class ApiFileCodeFix : CodeFixProvider
{
    private static readonly ProjectFixAll All = new(
        "Bring the files of the public API up to date",
        ApiFileText.ApplyAsync
    );

    /// <inheritdoc />
    public override ImmutableArray<string> FixableDiagnosticIds =>
        [RuleIds.UndeclaredApi, RuleIds.GoneApi, RuleIds.DuplicateApi, RuleIds.ApiNullability];

    /// <inheritdoc />
    public override FixAllProvider GetFixAllProvider() => All;

    /// <inheritdoc />
    public override Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        foreach (var diagnostic in context.Diagnostics)
        {
            if (ApiEdit.Read(diagnostic.Properties) is not { } edit)
            {
                continue;
            }

            var project = context.TextDocument.Project;
            if (!ApiFileText.Has(project, edit.File))
            {
                continue;
            }

            context.RegisterCodeFix(
                CodeAction.Create(
                    Title(edit),
                    token => ApiFileText.ApplyAsync(project, [diagnostic], token),
                    equivalenceKey: diagnostic.Id
                ),
                diagnostic
            );
        }

        return Task.CompletedTask;
    }

    private static string Title((string File, string? Add, string? Remove) edit) =>
        edit switch
        {
            { Add: not null, Remove: not null } => $"Update the line in {edit.File}",
            { Add: not null } => $"Add '{edit.Add}' to {edit.File}",
            _ => $"Take '{edit.Remove}' out of {edit.File}",
        };
}
