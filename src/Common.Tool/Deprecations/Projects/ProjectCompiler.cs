using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Common.Tool.Deprecations.Projects;

/// <summary>Binds the sources of projects in memory, without a build and without running anything of theirs.</summary>
/// <remarks>
/// Source generators don't run: what they write is missing, and a call of it does not bind. Inactive parts of <c>#if</c> are not seen. Not
/// safe for use by several threads.
/// </remarks>
internal sealed class ProjectCompiler
{
    private static readonly CSharpParseOptions Parse = new CSharpParseOptions(
        LanguageVersion.Preview,
        DocumentationMode.Parse,
        preprocessorSymbols:
        [
            "DEBUG",
            "TRACE",
            "NET",
            "NETCOREAPP",
            "NET10_0",
            .. Framework("NET", ["5_0", "6_0", "7_0", "8_0", "9_0", "10_0"]),
            .. Framework("NETCOREAPP", ["1_0", "1_1", "2_0", "2_1", "2_2", "3_0", "3_1"]),
        ]
    ).WithFeatures([new("run-nullable-analysis", "never")]); // nothing asks what may be null, and it costs as much as binding

    private static readonly string[] ImplicitUsings =
    [
        "System",
        "System.Collections.Generic",
        "System.IO",
        "System.Linq",
        "System.Net.Http",
        "System.Threading",
        "System.Threading.Tasks",
    ];

    private static readonly string[] WebUsings =
    [
        "System.Net.Http.Json",
        "Microsoft.AspNetCore.Builder",
        "Microsoft.AspNetCore.Hosting",
        "Microsoft.AspNetCore.Http",
        "Microsoft.AspNetCore.Routing",
        "Microsoft.Extensions.Configuration",
        "Microsoft.Extensions.DependencyInjection",
        "Microsoft.Extensions.Hosting",
        "Microsoft.Extensions.Logging",
    ];

    private readonly FrameworkAssemblies _frameworks = new();
    private readonly Dictionary<string, MetadataReference> _references = new(
        StringComparer.Ordinal
    );
    private readonly Dictionary<string, CSharpCompilation> _compilations = new(
        StringComparer.Ordinal
    );

    /// <summary>Binds a project, and those that it references.</summary>
    public CSharpCompilation Compile(SourceProject project, ProjectAssets assets)
    {
        if (_compilations.TryGetValue(project.Path, out var known))
        {
            return known;
        }

        var references = assets
            .Frameworks.SelectMany(_frameworks.Of)
            .Concat(assets.Assemblies)
            .DistinctBy(Path.GetFileName, StringComparer.OrdinalIgnoreCase)
            .Select(Reference)
            .Concat(
                assets
                    .Projects.Where(File.Exists)
                    .Select(p => new SourceProject(p))
                    .Select(p => Compile(p, ProjectAssets.Read(p)).ToMetadataReference())
            );
        var trees = project
            .Sources()
            .AsParallel()
            .AsOrdered()
            .Select(Tree)
            .Append(GlobalUsings(project, assets));
        return _compilations[project.Path] = CSharpCompilation.Create(
            project.Name,
            trees,
            references,
            new CSharpCompilationOptions(
                OutputKind.DynamicallyLinkedLibrary,
                allowUnsafe: true,
                nullableContextOptions: NullableContextOptions.Enable,
                reportSuppressedDiagnostics: true
            )
        );
    }

    // The SDK defines those of all versions before the project's own too.
    private static IEnumerable<string> Framework(string name, string[] versions) =>
        versions.Select(v => $"{name}{v}_OR_GREATER");

    private MetadataReference Reference(string file) =>
        _references.TryGetValue(file, out var known)
            ? known
            : _references[file] = MetadataReference.CreateFromFile(file);

    private static SyntaxTree Tree(string file)
    {
        using var stream = File.OpenRead(file);
        return CSharpSyntaxTree.ParseText(
            Microsoft.CodeAnalysis.Text.SourceText.From(stream),
            Parse,
            file
        );
    }

    // What the last build wrote, or what the SDK would write.
    private static SyntaxTree GlobalUsings(SourceProject project, ProjectAssets assets)
    {
        var written = Directory
            .EnumerateFiles(
                Path.Combine(project.Folder, "obj"),
                $"{project.Name}.GlobalUsings.g.cs",
                SearchOption.AllDirectories
            )
            .MaxBy(File.GetLastWriteTimeUtc);
        if (written is not null)
        {
            return Tree(written);
        }

        var namespaces = assets.Frameworks.Contains("Microsoft.AspNetCore.App")
            ? ImplicitUsings.Concat(WebUsings)
            : ImplicitUsings;
        return CSharpSyntaxTree.ParseText(
            string.Concat(namespaces.Select(n => $"global using global::{n};\n")),
            Parse
        );
    }
}
