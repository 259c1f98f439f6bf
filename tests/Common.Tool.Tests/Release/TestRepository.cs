using System.Diagnostics;
using System.IO.Compression;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Common.Tool.Tests.Release;

/// <summary>A small library's repository in a temporary folder, with git and with packages of its own.</summary>
internal sealed class TestRepository : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("release-");

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
        Commit();
    }

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

    /// <summary>Compiles a library and packs it as the coming release.</summary>
    public void Pack(string source, string suffix = "")
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

        using var library = archive.CreateEntry("lib/net10.0/Lib.dll").Open();
        library.Write(Compile(source));
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

    private static byte[] Compile(string source)
    {
        var platform = (string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!;
        var compilation = CSharpCompilation.Create(
            "Lib",
            [CSharpSyntaxTree.ParseText("using Common.Abstractions;\n" + source)],
            platform.Split(Path.PathSeparator).Select(p => MetadataReference.CreateFromFile(p)),
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
