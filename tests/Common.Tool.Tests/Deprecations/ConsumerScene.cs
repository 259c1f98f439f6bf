using System.Collections.Concurrent;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Common.Tool.Tests.Deprecations;

/// <summary>A restored project in a temporary folder that references a package of the test's.</summary>
internal sealed class ConsumerScene : IDisposable
{
    private static readonly Lazy<IReadOnlyList<MetadataReference>> s_platform = new(() =>
        [
            .. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!)
                .Split(Path.PathSeparator)
                .Select(p => MetadataReference.CreateFromFile(p)),
        ]
    );

    private static readonly ConcurrentDictionary<(string, string, string), byte[]> s_compiled = [];

    private readonly TemporaryFolder _folder = new();
    private readonly List<string> _packages = [];

    /// <summary>Makes the package.</summary>
    /// <param name="version">Its version: major.minor.</param>
    /// <param name="source">Its code.</param>
    /// <param name="deprecated">All that it ever shipped deprecated, as lines of the list that it carries.</param>
    public ConsumerScene(string version, string source, params string[] deprecated)
    {
        AddPackage("Lib", source, version);
        if (deprecated.Length > 0)
        {
            Write(
                "packages/lib/buildTransitive/Lib.deprecated.txt",
                "# release record, schema 1\n" + string.Join('\n', deprecated) + "\n"
            );
        }

        Write("services/Shop/Shop.csproj", "<Project Sdk=\"Microsoft.NET.Sdk\" />\n");
        WriteAssets("services/Shop");
    }

    /// <summary>The folder that the report is asked for.</summary>
    public string Services => _folder.File("services");

    public string PathOf(string name) => _folder.File(name);

    public string Read(string name) => File.ReadAllText(PathOf(name));

    public void Write(string name, string text)
    {
        var file = PathOf(name);
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        File.WriteAllText(file, text);
    }

    /// <summary>Writes a file of the project.</summary>
    public void Code(string text, string name = "Code.cs") => Write("services/Shop/" + name, text);

    /// <summary>Adds a compiled library that was built against another source of the package.</summary>
    public void AddLibrary(string name, string source, string against)
    {
        var old = Compile("Lib", against, "1.0");
        AddPackage(name, source, "1.0", MetadataReference.CreateFromImage(old));
        WriteAssets("services/Shop");
    }

    public Task<ToolRun> ReportAsync(params string[] arguments) =>
        ToolRun.RunAsync([
            "deprecations",
            "report",
            Services,
            "--date",
            "2026-11-22",
            .. arguments,
        ]);

    public void Dispose() => _folder.Dispose();

    private void AddPackage(
        string name,
        string source,
        string version,
        params MetadataReference[] references
    )
    {
        var file = PathOf($"packages/{name.ToLowerInvariant()}/lib/net10.0/{name}.dll");
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        File.WriteAllBytes(file, Compile(name, source, version, references));
        _packages.Add(name);
    }

    // What NuGet writes, as far as it matters.
    private void WriteAssets(string project)
    {
        var abstractions = PathOf("packages/abstractions/lib/net10.0/Common.Abstractions.dll");
        Directory.CreateDirectory(Path.GetDirectoryName(abstractions)!);
        File.Copy(
            typeof(Abstractions.DeprecatedAttribute).Assembly.Location,
            abstractions,
            overwrite: true
        );
        var all = _packages
            .Select(p => (Name: p, Dll: p))
            .Append(("Abstractions", "Common.Abstractions"));
        var targets = string.Join(
            ',',
            all.Select(p =>
                $$"""
                    "{{p.Item1}}/1.0.0": { "type": "package", "compile": { "lib/net10.0/{{p.Item2}}.dll": {} } }
                    """
            )
        );
        var libraries = string.Join(
            ',',
            all.Select(p =>
                $$"""
                    "{{p.Item1}}/1.0.0": { "type": "package", "path": "{{p.Item1.ToLowerInvariant()}}" }
                    """
            )
        );
        Write(
            project + "/obj/project.assets.json",
            $$"""
            {
              "version": 3,
              "targets": { "net10.0": { {{targets}} } },
              "libraries": { {{libraries}} },
              "packageFolders": { "{{PathOf("packages")}}/": {} },
              "project": { "frameworks": { "net10.0": { "frameworkReferences": { "Microsoft.NETCore.App": {} } } } }
            }
            """
        );
    }

    private static byte[] Compile(
        string name,
        string source,
        string version,
        params MetadataReference[] references
    ) =>
        s_compiled.GetOrAdd(
            (name, source, version),
            _ => CompileAnew(name, source, version, references)
        );

    private static byte[] CompileAnew(
        string name,
        string source,
        string version,
        MetadataReference[] references
    )
    {
        var compilation = CSharpCompilation.Create(
            name,
            [
                CSharpSyntaxTree.ParseText(
                    $"using System; using Common.Abstractions; [assembly: System.Reflection.AssemblyVersion(\"{version}.0.0\")]\n{source}"
                ),
            ],
            s_platform.Value.Concat(references),
            new CSharpCompilationOptions(
                OutputKind.DynamicallyLinkedLibrary,
                nullableContextOptions: NullableContextOptions.Enable
            )
        );
        using var image = new MemoryStream();
        var result = compilation.Emit(image);
        Assert.Empty(result.Diagnostics.Where(d => d.Severity == DiagnosticSeverity.Error));
        return image.ToArray();
    }
}
