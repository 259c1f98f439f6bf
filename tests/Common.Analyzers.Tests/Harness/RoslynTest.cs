using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Host.Mef;
using Microsoft.CodeAnalysis.Text;

namespace Common.Analyzers.Tests.Harness;

/// <summary>A project in memory, and what is run on it: analyzers, code fixes, generators. Each <c>With…</c> gives a copy.</summary>
internal sealed partial record RoslynTest
{
    /// <summary>The path of the main source file.</summary>
    public const string MainFile = "/project/Test.cs";

    private ImmutableList<DiagnosticAnalyzer> Analyzers { get; init; } = [];
    private ImmutableList<IIncrementalGenerator> Generators { get; init; } = [];
    private CodeFixProvider? Fix { get; init; }
    private ImmutableList<(string Path, string Marked)> Sources { get; init; } = [];
    private ImmutableList<(string Path, string Marked)> AdditionalFiles { get; init; } = [];
    private ImmutableDictionary<string, string> BuildProperties { get; init; } =
        ImmutableDictionary<string, string>.Empty;
    private string EditorConfig { get; init; } = "";
    private string Kind { get; init; } = "Custom";
    private ImmutableHashSet<string> CompilerErrors { get; init; } = [];
    private ImmutableHashSet<string> AbsentReferences { get; init; } = [];
    private ImmutableList<MetadataReference> ExtraReferences { get; init; } = [];
    private ImmutableHashSet<string> RuleIds { get; init; } = [];
    private OutputKind Output { get; init; } = OutputKind.DynamicallyLinkedLibrary;
    private bool NullableContext { get; init; } = true;

    /// <summary>A test of an analyzer.</summary>
    public static RoslynTest Analyzer<TAnalyzer>()
        where TAnalyzer : DiagnosticAnalyzer, new() => new RoslynTest().WithAnalyzer<TAnalyzer>();

    /// <summary>A test of a generator.</summary>
    public static RoslynTest Generator<TGenerator>()
        where TGenerator : IIncrementalGenerator, new() =>
        new RoslynTest().WithGenerator<TGenerator>();

    /// <summary>Adds another analyzer.</summary>
    public RoslynTest WithAnalyzer<TAnalyzer>()
        where TAnalyzer : DiagnosticAnalyzer, new() =>
        this with
        {
            Analyzers = Analyzers.Add(new TAnalyzer()),
        };

    /// <summary>Runs a generator before the analyzers.</summary>
    public RoslynTest WithGenerator<TGenerator>()
        where TGenerator : IIncrementalGenerator, new() =>
        this with
        {
            Generators = Generators.Add(new TGenerator()),
        };

    /// <summary>Sets the code fix under test.</summary>
    public RoslynTest WithFix<TFix>()
        where TFix : CodeFixProvider, new() => this with { Fix = new TFix() };

    /// <summary>Adds source, with marks; the first without a path is the main file.</summary>
    public RoslynTest WithSource(string marked, string path = MainFile) =>
        this with
        {
            Sources = Sources.RemoveAll(s => s.Path == path).Add((path, marked)),
        };

    /// <summary>Adds a file of <c>AdditionalFiles</c>, with marks.</summary>
    /// <param name="name">Its path relative to the project.</param>
    /// <param name="marked">Its text.</param>
    public RoslynTest WithAdditionalFile(string name, string marked) =>
        this with
        {
            AdditionalFiles = AdditionalFiles
                .RemoveAll(f => f.Path == "/project/" + name)
                .Add(("/project/" + name, marked)),
        };

    /// <summary>Sets an MSBuild property that the compiler sees.</summary>
    public RoslynTest WithBuildProperty(string name, string value) =>
        this with
        {
            BuildProperties = BuildProperties.SetItem(name, value),
        };

    /// <summary>Fixes as <c>dotnet format</c> does, and not as an editor.</summary>
    public RoslynTest OnTheCommandLine() => this with { Kind = "MSBuildWorkspace" };

    /// <summary>Sets lines of .editorconfig for all C# files, such as <c>dotnet_diagnostic.CMN4001.severity = none</c>.</summary>
    public RoslynTest WithEditorConfig(string lines) => this with { EditorConfig = lines };

    /// <summary>Says which errors of the compiler the source is meant to have; without it, it must have none.</summary>
    public RoslynTest WithCompilerErrors(params string[] ids) =>
        this with
        {
            CompilerErrors = CompilerErrors.Union(ids),
        };

    /// <summary>Leaves an assembly out of the references, such as <c>Common.Abstractions</c>.</summary>
    public RoslynTest WithoutReference(string assembly) =>
        this with
        {
            AbsentReferences = AbsentReferences.Add(assembly),
        };

    /// <summary>Adds a reference, for example to another <see cref="Compilation"/>.</summary>
    public RoslynTest WithReference(MetadataReference reference) =>
        this with
        {
            ExtraReferences = ExtraReferences.Add(reference),
        };

    /// <summary>Looks at these rules only; <c>[|</c> means the first.</summary>
    public RoslynTest WithRules(params string[] ids) => this with { RuleIds = [.. ids] };

    /// <summary>Compiles an executable, with top-level statements allowed.</summary>
    public RoslynTest AsExecutable() => this with { Output = OutputKind.ConsoleApplication };

    /// <summary>Compiles without nullable annotations.</summary>
    public RoslynTest WithoutNullable() => this with { NullableContext = false };

    private string DefaultId =>
        RuleIds.FirstOrDefault()
        ?? Analyzers.SelectMany(a => a.SupportedDiagnostics).FirstOrDefault()?.Id
        ?? "";

    private CSharpParseOptions ParseOptions { get; } =
        new(LanguageVersion.Latest, DocumentationMode.Diagnose);

    private Project CreateProject()
    {
#pragma warning disable CA2000 // the project holds its workspace for the length of the test
        var workspace = new AdhocWorkspace(MefHostServices.DefaultHost, Kind);
#pragma warning restore CA2000
        var id = ProjectId.CreateNewId();
        var solution = workspace
            .CurrentSolution.AddProject(id, "TestProject", "TestProject", LanguageNames.CSharp)
            .WithProjectParseOptions(id, ParseOptions)
            .WithProjectCompilationOptions(
                id,
                new CSharpCompilationOptions(
                    Output,
                    nullableContextOptions: NullableContext
                        ? NullableContextOptions.Enable
                        : NullableContextOptions.Disable,
                    allowUnsafe: true
                )
            )
            .WithProjectMetadataReferences(
                id,
                [.. PlatformReferences.Without(AbsentReferences), .. ExtraReferences]
            );
        foreach (var (path, marked) in Sources)
        {
            solution = solution.AddDocument(
                Name(id, path),
                Path.GetFileName(path),
                Text(marked),
                [],
                path
            );
        }

        foreach (var (path, marked) in AdditionalFiles)
        {
            solution = solution.AddAdditionalDocument(
                Name(id, path),
                Path.GetFileName(path),
                Text(marked),
                [],
                path
            );
        }

        var global = string.Join(
            '\n',
            BuildProperties.Select(p => $"build_property.{p.Key} = {p.Value}")
        );
        solution = solution
            .AddAnalyzerConfigDocument(
                DocumentId.CreateNewId(id),
                ".globalconfig",
                SourceText.From("is_global = true\n" + global),
                filePath: "/project/.globalconfig"
            )
            .AddAnalyzerConfigDocument(
                DocumentId.CreateNewId(id),
                ".editorconfig",
                SourceText.From("root = true\n[*.cs]\n" + EditorConfig),
                filePath: "/project/.editorconfig"
            );
        return solution.GetProject(id)!;
    }

    private SourceText Text(string marked) => SourceText.From(Markup.Parse(marked, DefaultId).Text);

    private static DocumentId Name(ProjectId id, string path) => DocumentId.CreateNewId(id, path);
}
