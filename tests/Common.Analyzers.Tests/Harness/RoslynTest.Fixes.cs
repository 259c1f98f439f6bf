using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;

namespace Common.Analyzers.Tests.Harness;

internal sealed partial record RoslynTest
{
    private const int MostFixes = 100;

    /// <summary>Asserts what the code fix makes of the main file: one diagnostic after the other, and all at once.</summary>
    public Task FixesAsync(string expected) => FixesAsync([(MainFile, expected)]);

    /// <summary>Asserts what the code fix makes of an additional file: one diagnostic after the other, and all at once.</summary>
    /// <param name="name">Its path relative to the project.</param>
    /// <param name="expected">Its text after the fix.</param>
    public Task FixesFileAsync(string name, string expected) =>
        FixesAsync([("/project/" + name, expected)]);

    /// <summary>Asserts that there are diagnostics of the fix's IDs, and that none is offered a fix.</summary>
    public async Task OffersNoFixAsync()
    {
        var project = CreateProject();
        var fixable = (await DiagnosticsAsync(project)).Where(IsFixable).ToList();
        Assert.NotEmpty(fixable);
        foreach (var diagnostic in fixable)
        {
            Assert.Empty((await ActionsAsync(project, diagnostic)).Select(a => a.Title));
        }
    }

    /// <summary>Gives the titles of the fixes that the first diagnostic is offered.</summary>
    public async Task<IReadOnlyList<string>> FixTitlesAsync()
    {
        var project = CreateProject();
        var first = (await DiagnosticsAsync(project)).First(IsFixable);
        return [.. (await ActionsAsync(project, first)).Select(a => a.Title)];
    }

    /// <summary>Asserts what the code fix makes of several files, or which it adds: one diagnostic after the other, and all at once.</summary>
    public async Task FixesAsync(params IReadOnlyList<(string Path, string Text)> expected)
    {
        await AssertFilesAsync(expected, await FixOneByOneAsync(CreateProject()));
        if (Fix!.GetFixAllProvider() is { } provider)
        {
            await AssertFilesAsync(expected, await FixAllAsync(CreateProject(), provider));
        }
    }

    /// <summary>Gives the main file as the fix of all leaves it, where that leaves something for the next time.</summary>
    public async Task<string> FixAllAsync()
    {
        var project = await FixAllAsync(CreateProject(), Fix!.GetFixAllProvider()!);
        return (
            await project.Documents.First(d => d.FilePath == MainFile).GetTextAsync()
        ).ToString();
    }

    private async Task<Project> FixOneByOneAsync(Project project)
    {
        var done = 0;
        var skipped = 0;
        while (true)
        {
            var diagnostics = (await DiagnosticsAsync(project, mustCompile: done == 0))
                .Where(IsFixable)
                .ToList();
            if (skipped >= diagnostics.Count)
            {
                return project;
            }

            var actions = await ActionsAsync(project, diagnostics[skipped]);
            if (actions.Count == 0)
            {
                skipped++;
                continue;
            }

            project = await ApplyAsync(project, actions[0]);
            Assert.True(++done <= MostFixes, "The fix does not end.");
        }
    }

    private async Task<Project> FixAllAsync(Project project, FixAllProvider provider)
    {
        var diagnostics = (await DiagnosticsAsync(project)).Where(IsFixable).ToList();
        foreach (var diagnostic in diagnostics)
        {
            var actions = await ActionsAsync(project, diagnostic);
            if (actions.Count == 0)
            {
                continue;
            }

            var document = project.GetDocument(diagnostic.Location.SourceTree);
            var source = new FixAllDiagnostics(p => DiagnosticsAsync(p, mustCompile: false));
            var key = actions[0].EquivalenceKey;
            Assert.False(key is null, "A fix that can be applied to all needs an equivalence key.");
            var context = document is null
                ? new FixAllContext(
                    project,
                    Fix!,
                    FixAllScope.Project,
                    key,
                    Fix!.FixableDiagnosticIds,
                    source,
                    default
                )
                : new FixAllContext(
                    document,
                    Fix!,
                    FixAllScope.Project,
                    key,
                    Fix!.FixableDiagnosticIds,
                    source,
                    default
                );
            var action = await provider.GetFixAsync(context);
            Assert.NotNull(action);
            return await ApplyAsync(project, action);
        }

        return project;
    }

    private async Task<IReadOnlyList<CodeAction>> ActionsAsync(
        Project project,
        Diagnostic diagnostic
    )
    {
        var actions = new List<CodeAction>();
        void Register(
            CodeAction action,
            System.Collections.Immutable.ImmutableArray<Diagnostic> _
        ) => actions.Add(action);
        if (project.GetDocument(diagnostic.Location.SourceTree) is { } document)
        {
            await Fix!.RegisterCodeFixesAsync(
                new CodeFixContext(document, diagnostic, Register, default)
            );
        }
        else if (
            project.AdditionalDocuments.FirstOrDefault(d =>
                d.FilePath == diagnostic.Location.GetLineSpan().Path
            ) is
            { } additional
        )
        {
            await Fix!.RegisterCodeFixesAsync(
                new CodeFixContext(
                    additional,
                    diagnostic.Location.SourceSpan,
                    [diagnostic],
                    Register,
                    default
                )
            );
        }

        return actions;
    }

    private static async Task<Project> ApplyAsync(Project project, CodeAction action)
    {
        var operations = await action.GetOperationsAsync(default);
        var change = operations.OfType<ApplyChangesOperation>().Single();
        return change.ChangedSolution.GetProject(project.Id)!;
    }

    private async Task AssertFilesAsync(
        IReadOnlyList<(string Path, string Text)> expected,
        Project project
    )
    {
        foreach (var (path, text) in expected)
        {
            TextDocument document = project
                .Documents.Concat(project.AdditionalDocuments)
                .First(d => d.FilePath == path);
            Assert.Equal(text, (await document.GetTextAsync()).ToString());
        }

        var (compilation, _) = await CompileAsync(project);
        Assert.Empty(
            compilation
                .GetDiagnostics()
                .Where(d =>
                    d.Severity == DiagnosticSeverity.Error && !CompilerErrors.Contains(d.Id)
                )
                .Select(d => d.ToString())
        );
    }

    private bool IsFixable(Diagnostic diagnostic) =>
        Fix!.FixableDiagnosticIds.Contains(diagnostic.Id);
}
