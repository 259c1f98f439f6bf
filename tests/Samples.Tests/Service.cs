using System.Globalization;
using Tour.Stage;

namespace Samples.Tests;

/// <summary>One of the samples as a process, in a folder that is deleted with it.</summary>
internal sealed class Service : IAsyncDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("common-samples-");
    private ServiceProcess? _process;

    /// <summary>The folder that the service runs in.</summary>
    public string Folder => _folder.FullName;

    public ServiceProcess Process =>
        _process ?? throw new InvalidOperationException("Start it first.");

    public IReadOnlyList<string> Lines => Process.Lines;

    /// <summary>What the service wrote at the level that only a failure of the whole service has.</summary>
    public IReadOnlyList<string> Fatal =>
        [
            .. Lines.Where(l =>
                l.Contains(" FATAL ", StringComparison.Ordinal) && !IsContinuation(l)
            ),
        ];

    /// <summary>Writes a file into the service's folder.</summary>
    public string Write(string name, string text)
    {
        var path = Path.Combine(Folder, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
        return path;
    }

    public Service Inventory(params string[] arguments) =>
        Start(BuiltServices.Inventory, ["--urls", "http://127.0.0.1:0", .. arguments]);

    public Service Orders(params string[] arguments) =>
        Start(BuiltServices.Orders, ["--urls", "http://127.0.0.1:0", .. arguments]);

    public Service Start(string assembly, params string[] arguments) =>
        StartWith([], assembly, arguments);

    public Service StartWith(
        IEnumerable<KeyValuePair<string, string>> variables,
        string assembly,
        params string[] arguments
    )
    {
        _process = ServiceProcess.Start("service", assembly, Folder, variables, arguments);
        return this;
    }

    /// <summary>Sends a signal, such as INT for what Ctrl+C sends.</summary>
    public async Task SignalAsync(string signal)
    {
        using var kill = System.Diagnostics.Process.Start(
            "kill",
            ["-" + signal, Process.ProcessId.ToString(CultureInfo.InvariantCulture)]
        );
        await kill.WaitForExitAsync(TestContext.Current.CancellationToken);
    }

    /// <summary>
    /// Sets how many bytes a file of the service may have from now on ("unlimited": any number). A write beyond that fails, as it
    /// does on a full disk, and the pipe that the records go through is not touched.
    /// </summary>
    public async Task LimitFilesAsync(string bytes)
    {
        using var limit = System.Diagnostics.Process.Start(
            "prlimit",
            [
                "--pid",
                Process.ProcessId.ToString(CultureInfo.InvariantCulture),
                $"--fsize={bytes}:unlimited",
            ]
        );
        await limit.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.Equal(0, limit.ExitCode);
    }

    public async Task<HttpClient> ClientAsync() =>
        new() { BaseAddress = await Process.ListeningAsync(TestContext.Current.CancellationToken) };

    public Task<int> ExitCodeAsync() =>
        Process.ExitCodeAsync(TestContext.Current.CancellationToken);

    public async ValueTask DisposeAsync()
    {
        if (_process is not null)
        {
            await _process.DisposeAsync();
        }

        _folder.Delete(recursive: true);
    }

    private static bool IsContinuation(string line) =>
        line.Contains(" | ", StringComparison.Ordinal);
}
