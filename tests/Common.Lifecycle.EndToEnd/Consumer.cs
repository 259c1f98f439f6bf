using Common.Packages.Tests;

namespace Common.Lifecycle.EndToEnd;

/// <summary>A project that uses the library by its package.</summary>
internal sealed class Consumer
{
    private readonly string _folder;

    private Consumer(string folder) => _folder = folder;

    private string Project => Path.Combine(_folder, "Shop.csproj");

    /// <summary>The text of a file.</summary>
    public string this[string path]
    {
        get => File.ReadAllText(Path.Combine(_folder, path));
        set => File.WriteAllText(Path.Combine(_folder, path), value);
    }

    /// <summary>Makes the project, as it was written for 1.0, and restores a release of the library.</summary>
    public static async Task<Consumer> CreateAsync(string root, string version)
    {
        var consumer = new Consumer(
            Directory
                .CreateDirectory(Path.Combine(root, "shop-" + Path.GetRandomFileName()))
                .FullName
        );
        foreach (var (path, text) in ConsumerSource.Files(version))
        {
            consumer[path] = text;
        }

        (await Command.DotNetAsync(consumer._folder, "restore", consumer.Project)).MustSucceed();
        return consumer;
    }

    /// <summary>Builds.</summary>
    public Task<Build> BuildAsync(params IReadOnlyList<string> arguments) =>
        Build.RunAsync("build", Project, arguments);

    /// <summary>Lets the code fixes of some rules migrate the project.</summary>
    public async Task FormatAsync(params IReadOnlyList<string> rules) =>
        (
            await Command.DotNetAsync(
                _folder,
                [
                    "format",
                    "analyzers",
                    Project,
                    "--no-restore",
                    "--severity",
                    "info",
                    "--diagnostics",
                    .. rules,
                ]
            )
        ).MustSucceed();
}
