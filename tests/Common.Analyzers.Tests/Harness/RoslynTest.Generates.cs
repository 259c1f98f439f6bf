using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Common.Analyzers.Tests.Harness;

internal sealed partial record RoslynTest
{
    /// <summary>Runs the generators, and asserts that the result compiles.</summary>
    public async Task<GeneratorOutcome> GenerateAsync()
    {
        var project = CreateProject();
        var compilation = (await project.GetCompilationAsync())!;
        var driver = CreateDriver(project)
            .RunGeneratorsAndUpdateCompilation(compilation, out var updated, out _);
        Assert.Empty(driver.GetRunResult().Results.Select(r => r.Exception).OfType<Exception>());
        AssertCompiles(updated);
        return new GeneratorOutcome(driver.GetRunResult(), updated);
    }

    /// <summary>
    /// Asserts that an unrelated edit (a new file; a comment after the main one) writes nothing anew, and that no step of the
    /// generator's own keeps a symbol, a node or the compilation.
    /// </summary>
    public async Task IsIncrementalAsync()
    {
        var project = CreateProject();
        var before = (await project.GetCompilationAsync())!;
        var driver = CreateDriver(project).RunGenerators(before);
        Assert.NotEmpty(driver.GetRunResult().GeneratedTrees);

        var main = before.SyntaxTrees.First(t => t.FilePath == MainFile);
        var edited = main.WithChangedText(
            Microsoft.CodeAnalysis.Text.SourceText.From(main + "\n// an unrelated comment\n")
        );
        var added = CSharpSyntaxTree.ParseText(
            "internal static class Unrelated { public static int Answer => 42; }",
            ParseOptions,
            "/project/Unrelated.cs"
        );
        foreach (
            var after in new[]
            {
                before.AddSyntaxTrees(added),
                before.ReplaceSyntaxTree(main, edited),
            }
        )
        {
            var result = driver.RunGenerators(after).GetRunResult();
            foreach (var run in result.Results)
            {
                var reasons = run
                    .TrackedOutputSteps.SelectMany(s => s.Value)
                    .SelectMany(s => s.Outputs)
                    .Select(o => o.Reason);
                Assert.All(
                    reasons,
                    r =>
                        Assert.True(
                            r == IncrementalStepRunReason.Cached,
                            $"An output was written anew after an unrelated edit ({r})."
                        )
                );
                StepValues.AssertHoldNoSymbols(run);
            }
        }
    }
}
