using System.Text;

namespace Common.Tool.Tests.Incubator;

/// <summary>An incubator and a service in a temporary folder, and runs of the tool on them.</summary>
internal sealed class IncubatorScene : IDisposable
{
    public IncubatorScene()
    {
        Root = Directory.CreateTempSubdirectory("common-incubator-").FullName;
        Directory.CreateDirectory(Service);
        File.WriteAllText(Path.Combine(Service, "Orders.csproj"), "<Project />\n");
        SetVersion("1.0.0");
    }

    public string Root { get; }

    public string Upstream => Path.Combine(Root, "upstream");

    public string Service => Path.Combine(Root, "service");

    public void SetVersion(string version, string advisories = "") =>
        WriteUpstream(
            "incubator.json",
            $$"""{ "schema": 1, "name": "house", "version": "{{version}}", "namespace": "Common.Incubator", "advisories": [{{advisories}}] }"""
        );

    /// <summary>Writes a module's manifest.</summary>
    public void Module(
        string name,
        string modules = "",
        string graduated = "",
        string source = "\"src/**/*.cs\""
    ) =>
        WriteUpstream(
            $"{name}/module.json",
            $$"""
            {
              "schema": 1,
              "name": "{{name}}",
              "purpose": "Shows how {{name}} works.",
              "owner": "the tests",
              "stage": "{{(graduated.Length == 0 ? "incubating" : "graduated")}}",
              "since": "1.0",
              "exit": "2030-01-01",
              "modules": [{{modules}}],
              "packages": ["Common.Hosting"],
              "files": { "source": [{{source}}], "tests": ["tests/**/*.cs"] }{{(
                graduated.Length == 0 ? "" : $$""", "graduated": {{graduated}}"""
            )}}
            }
            """
        );

    public void WriteUpstream(string path, string text) => Write(Upstream, path, text);

    public void DeleteUpstream(string path) => File.Delete(Path.Combine(Upstream, path));

    public void WriteService(string path, string text) => Write(Service, path, text);

    public void WriteServiceBytes(string path, byte[] bytes) =>
        File.WriteAllBytes(Path.Combine(Service, path), bytes);

    public string Read(string path) => File.ReadAllText(Path.Combine(Service, path));

    public byte[] ReadBytes(string path) => File.ReadAllBytes(Path.Combine(Service, path));

    public bool Has(string path) => File.Exists(Path.Combine(Service, path));

    /// <summary>Edits a copied file as a developer would.</summary>
    public void Edit(string path, string from, string to)
    {
        var text = Read(path);
        Assert.Contains(from, text, StringComparison.Ordinal);
        WriteService(path, text.Replace(from, to, StringComparison.Ordinal));
    }

    /// <summary>Runs <c>common incubator …</c> on the service with the upstream of the scene.</summary>
    public Task<ToolRun> RunAsync(params string[] args) =>
        ToolRun.RunAsync([
            "incubator",
            .. args,
            "--project",
            Service,
            .. args[0] is "resolve" or "accept" ? Array.Empty<string>() : ["--source", Upstream],
        ]);

    /// <summary>Runs a command that must end in 0.</summary>
    public async Task<ToolRun> DoAsync(params string[] args)
    {
        var run = await RunAsync(args);
        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        return run;
    }

    /// <summary>Gives every file of the service with its text, without the tool's own passing files.</summary>
    public IReadOnlyDictionary<string, string> Snapshot() =>
        Directory
            .EnumerateFiles(Service, "*", SearchOption.AllDirectories)
            .Select(file => Path.GetRelativePath(Service, file))
            .Where(file => file != ".common/lock")
            .ToDictionary(file => file, file => Convert.ToHexString(ReadBytes(file)));

    public void Dispose() => Directory.Delete(Root, recursive: true);

    private static void Write(string folder, string path, string text)
    {
        var full = Path.Combine(folder, path);
        Directory.CreateDirectory(Path.GetDirectoryName(full)!);
        File.WriteAllText(full, text, new UTF8Encoding(false));
    }
}
