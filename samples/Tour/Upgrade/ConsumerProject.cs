using System.Collections.Immutable;
using System.Globalization;
using Common.Abstractions;
using Common.Analyzers.CodeFixes.Lifecycle;
using Common.Analyzers.Lifecycle.Consumer;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace Tour.Upgrade;

/// <summary>A consumer's project in memory, on one release of the library: what its build says, and what the code fix makes of it.</summary>
internal sealed class ConsumerProject : IDisposable
{
    private const string Source = """
        using Acme.Orders;

        public static class Receipt
        {
            public static string Title(long id) => OrderText.Write(id);

            public static string Header => OrderHeaders.Order;
        }

        """;

    private static readonly ImmutableArray<DiagnosticAnalyzer> Analyzers =
    [
        new DeprecatedUseAnalyzer(),
        new RemovedUseAnalyzer(),
    ];

    private readonly AdhocWorkspace _workspace = new();

    /// <summary>Makes the project.</summary>
    /// <param name="release">The release of the library.</param>
    public ConsumerProject(Version release)
    {
        var id = ProjectId.CreateNewId();
        var solution = _workspace
            .CurrentSolution.AddProject(id, "Shop", "Shop", LanguageNames.CSharp)
            .WithProjectCompilationOptions(
                id,
                new CSharpCompilationOptions(
                    OutputKind.DynamicallyLinkedLibrary,
                    nullableContextOptions: NullableContextOptions.Enable
                )
            )
            .AddMetadataReferences(id, Platform)
            .AddMetadataReference(id, LibraryReleases.Compile(release))
            .AddDocument(DocumentId.CreateNewId(id), "Receipt.cs", SourceText.From(Source))
            .AddAdditionalDocument(
                DocumentId.CreateNewId(id),
                LibraryReleases.Name + ".deprecated.txt",
                SourceText.From(LibraryReleases.Deprecated)
            );
        Project = solution.GetProject(id)!;
    }

    /// <summary>The assemblies of the platform, and the one that declares what is deprecated.</summary>
    public static IReadOnlyList<MetadataReference> Platform { get; } =
    [
        .. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!)
            .Split(Path.PathSeparator)
            .Where(p =>
                Path.GetFileName(p).StartsWith("System.", StringComparison.Ordinal)
                || Path.GetFileName(p) is "netstandard.dll" or "mscorlib.dll"
            )
            .Append(typeof(DeprecatedAttribute).Assembly.Location)
            .Distinct(StringComparer.Ordinal)
            .Select(p => MetadataReference.CreateFromFile(p)),
    ];

    private Project Project { get; set; }

    /// <summary>What the build says: warnings, errors, and the suggestions that carry a fix.</summary>
    public async Task<IReadOnlyList<string>> BuildAsync(CancellationToken cancellationToken) =>
        [
            .. (await DiagnosticsAsync(cancellationToken)).Select(d =>
            {
                var line = d.Location.GetLineSpan().StartLinePosition.Line + 1;
                var severity = d.Severity switch
                {
                    DiagnosticSeverity.Error => "error",
                    DiagnosticSeverity.Warning => "warning",
                    _ => "suggestion",
                };
                return $"Receipt.cs({line}): {severity} {d.Id}: {d.GetMessage(CultureInfo.InvariantCulture)}";
            }),
        ];

    /// <summary>The source as it is now.</summary>
    public async Task<string> SourceAsync(CancellationToken cancellationToken) =>
        (await Project.Documents.Single().GetTextAsync(cancellationToken)).ToString();

    /// <summary>Lets the code fix write every replacement, as <c>dotnet format analyzers</c> does.</summary>
    public async Task FixAsync(CancellationToken cancellationToken)
    {
        CodeFixProvider[] fixes = [new DeprecatedUseCodeFix(), new RemovedUseCodeFix()];
        while (await NextAsync(fixes, cancellationToken) is { } action)
        {
            var operations = await action.GetOperationsAsync(cancellationToken);
            var changed = operations.OfType<ApplyChangesOperation>().Single().ChangedSolution;
            Project = changed.GetProject(Project.Id)!;
        }
    }

    /// <inheritdoc />
    public void Dispose() => _workspace.Dispose();

    private async Task<CodeAction?> NextAsync(
        CodeFixProvider[] fixes,
        CancellationToken cancellationToken
    )
    {
        CodeAction? found = null;
        foreach (var diagnostic in await DiagnosticsAsync(cancellationToken))
        {
            foreach (var fix in fixes.Where(f => f.FixableDiagnosticIds.Contains(diagnostic.Id)))
            {
                await fix.RegisterCodeFixesAsync(
                    new CodeFixContext(
                        Project.Documents.Single(),
                        diagnostic,
                        (action, _) => found ??= action,
                        cancellationToken
                    )
                );
            }
        }

        return found;
    }

    private async Task<IReadOnlyList<Diagnostic>> DiagnosticsAsync(
        CancellationToken cancellationToken
    )
    {
        var compilation = (await Project.GetCompilationAsync(cancellationToken))!;
        var all = await compilation
            .WithAnalyzers(Analyzers, Project.AnalyzerOptions)
            .GetAllDiagnosticsAsync(cancellationToken);
        return
        [
            .. all.Where(d => d.Severity != DiagnosticSeverity.Hidden)
                .OrderBy(d => d.Location.SourceSpan.Start)
                .ThenByDescending(d => d.Severity)
                .ThenByDescending(d => d.Id, StringComparer.Ordinal),
        ];
    }
}
