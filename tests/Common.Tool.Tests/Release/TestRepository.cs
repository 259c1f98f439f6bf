using System.Diagnostics;
using System.IO.Compression;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Common.Tool.Tests.Release;

/// <summary>A small library's repository in a temporary folder, with git and with packages of its own.</summary>
internal sealed class TestRepository : IDisposable
{
    private const string Targets = """
        <Project>
          <ItemGroup>
            <AdditionalFiles Include="$(MSBuildThisFileDirectory)*.deprecated.txt" />
            <AdditionalFiles Include="$(MSBuildThisFileDirectory)*.exceptions.txt" />
          </ItemGroup>
          <PropertyGroup>
            <WarningsNotAsErrors>$(WarningsNotAsErrors);LIBD001;LIBD002</WarningsNotAsErrors>
          </PropertyGroup>
        </Project>
        """;

    /// <summary>What everything is compiled against.</summary>
    public static readonly IReadOnlyList<MetadataReference> Platform =
    [
        .. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!)
            .Split(Path.PathSeparator)
            .Select(p => MetadataReference.CreateFromFile(p)),
    ];

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("release-");

    /// <summary>Makes it, before any release.</summary>
    public TestRepository()
    {
        Write(
            "eng/Version.props",
            "<Project><PropertyGroup><VersionPrefix>1.0.0</VersionPrefix></PropertyGroup></Project>\n"
        );
        Write("CHANGELOG.md", "# Changelog\n\n## [Unreleased]\n\n### Added\n\n- all\n");
        Write(".gitignore", "artifacts/\n");
        Git("init", "-q");
        Git("config", "user.name", "test");
        Git("config", "user.email", "test@localhost");
        Git("config", "core.fsync", "none");
        Commit();
    }

    private TestRepository(TestRepository origin) =>
        Git("clone", "-q", "--depth", "1", "file://" + origin.Root, ".");

    public string Root => _folder.FullName;

    public string this[string path] => File.ReadAllText(Path.Combine(Root, path));

    public void Dispose()
    {
        foreach (var file in _folder.EnumerateFiles("*", SearchOption.AllDirectories))
        {
            file.Attributes = FileAttributes.Normal;
        }

        _folder.Delete(recursive: true);
    }

    public void Write(string path, string text)
    {
        var full = Path.Combine(Root, path);
        Directory.CreateDirectory(Path.GetDirectoryName(full)!);
        File.WriteAllText(full, text);
    }

    public void Commit()
    {
        Git("add", "-A");
        Git("commit", "-q", "-m", "change");
    }

    /// <summary>Edits a file in nothing but the commit of a merge.</summary>
    public void MergeEdit(string path, string text)
    {
        Git("checkout", "-q", "-b", "side", "HEAD~1");
        Write("side.txt", "side\n");
        Commit();
        Git("checkout", "-q", "-");
        Git("merge", "-q", "--no-ff", "--no-commit", "side");
        Write(path, text);
        Commit();
    }

    /// <summary>Adds lines under the changelog's heading of what is not released yet.</summary>
    public void Announce(string lines) =>
        Write(
            "CHANGELOG.md",
            this["CHANGELOG.md"]
                .Replace(
                    "## [Unreleased]\n",
                    "## [Unreleased]\n\n" + lines + "\n",
                    StringComparison.Ordinal
                )
        );

    /// <summary>The same repository as a clone without history.</summary>
    public TestRepository ShallowClone() => new(this);

    /// <summary>Compiles a library and packs it as the coming release.</summary>
    /// <param name="source">The library.</param>
    /// <param name="suffix">What its version has more than the release.</param>
    /// <param name="carries">Whether it brings the record to its consumers.</param>
    public void Pack(string source, string suffix = "", bool carries = true)
    {
        var version = this["eng/Version.props"].Split('>')[3].Split('<')[0] + suffix;
        var packages = Path.Combine(Root, "artifacts");
        Directory.CreateDirectory(packages);
        foreach (var old in Directory.GetFiles(packages))
        {
            File.Delete(old);
        }

        using var file = File.Create(Path.Combine(packages, $"Lib.{version}.nupkg"));
        using var archive = new ZipArchive(file, ZipArchiveMode.Create);
        using (var manifest = new StreamWriter(archive.CreateEntry("Lib.nuspec").Open()))
        {
            manifest.Write(
                $"<package><metadata><id>Lib</id><version>{version}</version></metadata></package>"
            );
        }

        using (var library = archive.CreateEntry("lib/net10.0/Lib.dll").Open())
        {
            library.Write(Compile(source));
        }

        if (carries)
        {
            Carry(archive, "deprecated.Lib.txt", "Lib.deprecated.txt");
            Carry(archive, "exceptions.txt", "Lib.exceptions.txt");
            using var targets = new StreamWriter(
                archive.CreateEntry("buildTransitive/Lib.targets").Open()
            );
            targets.Write(Targets);
        }
    }

    private void Carry(ZipArchive archive, string file, string name)
    {
        var path = Path.Combine(Root, "releases", file);
        if (File.Exists(path))
        {
            archive.CreateEntryFromFile(path, "buildTransitive/" + name);
        }
    }

    /// <summary>Packs a tool that carries an incubating module beside the library.</summary>
    public void PackModule(string module)
    {
        var version = this["eng/Version.props"].Split('>')[3].Split('<')[0];
        using var file = File.Create(Path.Combine(Root, "artifacts", $"Lib.Tool.{version}.nupkg"));
        using var archive = new ZipArchive(file, ZipArchiveMode.Create);
        using (var manifest = new StreamWriter(archive.CreateEntry("Lib.Tool.nuspec").Open()))
        {
            manifest.Write(
                $"<package><metadata><id>Lib.Tool</id><version>{version}</version></metadata></package>"
            );
        }

        using var entry = new StreamWriter(
            archive.CreateEntry("tools/net10.0/any/incubator/web/module.json").Open()
        );
        entry.Write(module);
    }

    /// <summary>Checks the packed library.</summary>
    public Task<ToolRun> CheckAsync() =>
        ToolRun.RunAsync(
            "release",
            "check",
            "--packages",
            Path.Combine(Root, "artifacts"),
            "--root",
            Root
        );

    /// <summary>Packs, ships and commits; a test of something else fails here if it can't.</summary>
    public async Task ShipAsync(string source, string next)
    {
        Pack(source);
        Commit();
        var run = await ShipAsync(next);
        Assert.True(run.ExitCode == 0, run.Output + run.Error);
        Commit();
    }

    /// <summary>Ships what is packed.</summary>
    public Task<ToolRun> ShipAsync(string next, IReadOnlyList<string>? version = null) =>
        ToolRun.RunAsync([
            "release",
            "ship",
            .. version ?? [],
            "--root",
            Root,
            "--next",
            next,
            "--date",
            "2026-11-22",
        ]);

    /// <summary>Compiles a library.</summary>
    public static byte[] Compile(string source)
    {
        var compilation = CSharpCompilation.Create(
            "Lib",
            [CSharpSyntaxTree.ParseText("using Common.Abstractions;\n" + source)],
            Platform,
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

    private void Git(params string[] arguments)
    {
        using var process = Process.Start(
            new ProcessStartInfo("git", arguments)
            {
                WorkingDirectory = Root,
                RedirectStandardOutput = true,
                UseShellExecute = false,
            }
        )!;
        process.StandardOutput.ReadToEnd();
        process.WaitForExit();
    }
}
