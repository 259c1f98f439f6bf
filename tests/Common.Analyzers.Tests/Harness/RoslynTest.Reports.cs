using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Common.Analyzers.Tests.Harness;

internal sealed partial record RoslynTest
{
    /// <summary>Asserts that exactly the marked places are reported, in sources and additional files alike.</summary>
    /// <param name="messages">If given, the exact messages, in the order of files and places; those without a place come first.</param>
    public async Task ReportsAsync(params string[] messages)
    {
        var project = CreateProject();
        var diagnostics = await DiagnosticsAsync(project);
        foreach (var (path, marked) in Sources.Concat(AdditionalFiles))
        {
            var (text, marks) = Markup.Parse(marked, DefaultId);
            var actual = diagnostics
                .Where(d => d.Location.GetLineSpan().Path == path)
                .Select(d => (d.Id, d.Location.SourceSpan));
            Assert.Equal(Markup.Write(text, marks), Markup.Write(text, actual));
        }

        if (messages.Length > 0)
        {
            Assert.Equal(messages, diagnostics.Select(Message));
        }
        else
        {
            Assert.Empty(diagnostics.Where(d => d.Location == Location.None).Select(Message));
        }
    }

    /// <summary>Gives what is reported, for tests that look at severities or properties.</summary>
    public Task<ImmutableArray<Diagnostic>> DiagnosticsAsync() => DiagnosticsAsync(CreateProject());

    /// <summary>Gives what is reported of source that need not compile.</summary>
    public Task<ImmutableArray<Diagnostic>> DiagnosticsOfBrokenAsync() =>
        DiagnosticsAsync(CreateProject(), mustCompile: false);

    private async Task<ImmutableArray<Diagnostic>> DiagnosticsAsync(
        Project project,
        bool mustCompile = true
    )
    {
        var (compilation, generated) = await CompileAsync(project);
        if (mustCompile)
        {
            AssertCompiles(compilation);
        }

        var found = generated;
        if (!Analyzers.IsEmpty)
        {
            var withAnalyzers = compilation.WithAnalyzers([.. Analyzers], project.AnalyzerOptions);
            found = found.AddRange(await withAnalyzers.GetAnalyzerDiagnosticsAsync());
        }

        if (Fix is not null)
        {
            found = found.AddRange(
                compilation
                    .GetDiagnostics()
                    .Where(d => Fix.FixableDiagnosticIds.Contains(d.Id) && !d.IsSuppressed)
            );
        }

        var order = Sources.Concat(AdditionalFiles).Select(f => f.Path).ToList();
        return
        [
            .. found
                .Where(d => RuleIds.IsEmpty || RuleIds.Contains(d.Id) || d.Id == "AD0001")
                .OrderBy(d => order.IndexOf(d.Location.GetLineSpan().Path))
                .ThenBy(d => d.Location.SourceSpan.Start)
                .ThenBy(d => d.Id, StringComparer.Ordinal),
        ];
    }

    private async Task<(Compilation, ImmutableArray<Diagnostic>)> CompileAsync(Project project)
    {
        var compilation = (await project.GetCompilationAsync())!;
        if (Generators.IsEmpty)
        {
            return (compilation, []);
        }

        CreateDriver(project)
            .RunGeneratorsAndUpdateCompilation(compilation, out var updated, out var diagnostics);
        return (updated, diagnostics);
    }

    private CSharpGeneratorDriver CreateDriver(Project project) =>
        CSharpGeneratorDriver.Create(
            Generators.Select(g => g.AsSourceGenerator()),
            project.AnalyzerOptions.AdditionalFiles,
            ParseOptions,
            project.AnalyzerOptions.AnalyzerConfigOptionsProvider,
            new GeneratorDriverOptions(default, trackIncrementalGeneratorSteps: true)
        );

    private void AssertCompiles(Compilation compilation)
    {
        var errors = compilation
            .GetDiagnostics()
            .Where(d => d.Severity == DiagnosticSeverity.Error && !CompilerErrors.Contains(d.Id))
            .Select(d => d.ToString());
        Assert.Empty(errors);
        foreach (var id in CompilerErrors)
        {
            Assert.Contains(compilation.GetDiagnostics(), d => d.Id == id);
        }
    }

    private static string Message(Diagnostic diagnostic) =>
        diagnostic.GetMessage(System.Globalization.CultureInfo.InvariantCulture);
}
