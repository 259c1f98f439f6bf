using Common.Packages.Tests;

namespace Common.Lifecycle.EndToEnd;

/// <summary>The repository of a small library with a prefix of its own, on the packed packages.</summary>
internal sealed class Library
{
    private const string Name = "Acme.Orders";

    private readonly string _feed;

    private Library(string root, string folder)
    {
        _feed = Path.Combine(root, "feed");
        Folder = folder;
    }

    /// <summary>The repository's folder.</summary>
    public string Folder { get; }

    private string Project => Path.Combine(Folder, "src", Name, Name + ".csproj");
    private string Artifacts => Path.Combine(Folder, "artifacts");

    /// <summary>The text of a file.</summary>
    public string this[string path]
    {
        get => File.ReadAllText(Path.Combine(Folder, path));
        set
        {
            var full = Path.Combine(Folder, path);
            Directory.CreateDirectory(Path.GetDirectoryName(full)!);
            File.WriteAllText(full, value);
        }
    }

    /// <summary>Makes the repository with what 1.0 has.</summary>
    public static async Task<Library> CreateAsync(string root)
    {
        var library = new Library(root, NewFolder(root));
        foreach (var (path, text) in LibrarySource.First)
        {
            library[path] = text;
        }

        await library.GitAsync("init", "-q");
        await library.GitAsync("config", "user.name", "test");
        await library.GitAsync("config", "user.email", "test@localhost");
        await library.GitAsync("config", "core.autocrlf", "false");
        await library.RestoreAsync();
        return library;
    }

    /// <summary>Restores; the SDK's package validation wants the release before.</summary>
    public async Task RestoreAsync() =>
        (await Command.DotNetAsync(Folder, "restore", Project)).MustSucceed();

    /// <summary>The same repository once more, with its history, in a folder of its own.</summary>
    public Library Copy(string root)
    {
        var copy = new Library(root, NewFolder(root));
        foreach (var file in Directory.GetFiles(Folder, "*", SearchOption.AllDirectories))
        {
            var target = Path.Combine(copy.Folder, Path.GetRelativePath(Folder, file));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(file, target);
        }

        return copy;
    }

    /// <summary>Replaces a text that must be there.</summary>
    public void Edit(string path, string old, string @new)
    {
        var text = this[path];
        Assert.Contains(old, text, StringComparison.Ordinal);
        this[path] = text.Replace(old, @new, StringComparison.Ordinal);
    }

    /// <summary>Builds the package of the coming release.</summary>
    public Task<Build> PackAsync(params IReadOnlyList<string> arguments)
    {
        if (Directory.Exists(Artifacts))
        {
            Directory.Delete(Artifacts, recursive: true);
        }

        return Build.RunAsync("pack", Project, ["-o", Artifacts, .. arguments]);
    }

    /// <summary>Builds only.</summary>
    public Task<Build> BuildAsync(params IReadOnlyList<string> arguments) =>
        Build.RunAsync("build", Project, arguments);

    /// <summary>Verifies the policy from the package that was built last.</summary>
    public Task<CommandResult> CheckAsync() => ToolAsync("check");

    /// <summary>Commits everything.</summary>
    public async Task CommitAsync()
    {
        await GitAsync("add", "-A");
        await GitAsync("commit", "-q", "-m", "change");
    }

    /// <summary>Packs, checks, ships, commits, and puts the package into the feed.</summary>
    public async Task ReleaseAsync(string next)
    {
        (await PackAsync()).MustBeClean();
        await CommitAsync();
        (await ToolAsync("ship", "--next", next)).MustSucceed();
        await CommitAsync();
        foreach (var package in Directory.GetFiles(Artifacts, "*.nupkg"))
        {
            File.Copy(package, Path.Combine(_feed, Path.GetFileName(package)));
        }
    }

    private static string NewFolder(string root) =>
        Directory.CreateDirectory(Path.Combine(root, Path.GetRandomFileName())).FullName;

    private Task<CommandResult> ToolAsync(string verb, params string[] arguments) =>
        Command.DotNetAsync(
            Folder,
            [Built.Tool, "release", verb, "--packages", Artifacts, .. arguments]
        );

    private async Task GitAsync(params string[] arguments) =>
        (await Command.RunAsync("git", Folder, arguments)).MustSucceed();
}
