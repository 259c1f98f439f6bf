using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Tour.Stage;

/// <summary>One service as a process of its own, with every line that it wrote.</summary>
internal sealed partial class ServiceProcess : IAsyncDisposable
{
    private readonly Process _process;
    private readonly Task _reading;
    private readonly Lock _gate = new();
    private readonly List<string> _lines = [];
    private TaskCompletionSource _changed = NewSignal();

    private ServiceProcess(string name, Process process)
    {
        Name = name;
        _process = process;
        _reading = Task.WhenAll(
            ReadAsync(process.StandardOutput),
            ReadAsync(process.StandardError)
        );
    }

    public string Name { get; }

    /// <summary>The number that the system gave to the process.</summary>
    public int ProcessId => _process.Id;

    /// <summary>Whether the process still runs.</summary>
    public bool IsRunning => !_process.HasExited;

    /// <summary>Everything that was written so far, to standard output and to standard error.</summary>
    public IReadOnlyList<string> Lines
    {
        get
        {
            lock (_gate)
            {
                return [.. _lines];
            }
        }
    }

    /// <summary>Starts a service in a folder of its own.</summary>
    public static ServiceProcess Start(
        string name,
        string assembly,
        string folder,
        params ReadOnlySpan<string> arguments
    ) => Start(name, assembly, folder, [], arguments);

    /// <summary>Starts a service in a folder and with environment variables of its own.</summary>
    public static ServiceProcess Start(
        string name,
        string assembly,
        string folder,
        IEnumerable<KeyValuePair<string, string>> variables,
        params ReadOnlySpan<string> arguments
    )
    {
        var start = new ProcessStartInfo(DotNetHost.Path)
        {
            WorkingDirectory = folder,
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = Encoding.UTF8,
            StandardErrorEncoding = Encoding.UTF8,
        };
        start.ArgumentList.Add("exec");
        start.ArgumentList.Add(assembly);
        foreach (var argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }

        start.Environment.Clear();
        foreach (var (key, value) in ServiceEnvironment.Inherited().Concat(variables))
        {
            start.Environment[key] = value;
        }

        var process =
            Process.Start(start)
            ?? throw new InvalidOperationException($"{assembly} could not be started.");
        process.StandardInput.Close();
        return new ServiceProcess(name, process);
    }

    /// <summary>Waits until the service says where it listens.</summary>
    public async Task<Uri> ListeningAsync(CancellationToken cancellationToken)
    {
        var line = await WaitForAsync(l => ListeningOn().IsMatch(l), cancellationToken);
        return new Uri(ListeningOn().Match(line).Value);
    }

    /// <summary>Waits for a line; a process that ends before it is an error that shows what it wrote.</summary>
    public async Task<string> WaitForAsync(
        Func<string, bool> wanted,
        CancellationToken cancellationToken
    )
    {
        while (true)
        {
            Task changed;
            var isOver = _reading.IsCompleted; // asked before the lines are looked at: none can follow
            lock (_gate)
            {
                if (_lines.Find(l => wanted(l)) is { } found)
                {
                    return found;
                }

                changed = _changed.Task;
            }

            if (isOver)
            {
                throw new InvalidOperationException(
                    string.Create(
                        CultureInfo.InvariantCulture,
                        $"{Name} ended before it wrote what was waited for:\n{string.Join('\n', Lines)}"
                    )
                );
            }

            await Task.WhenAny(changed, _reading).WaitAsync(cancellationToken);
        }
    }

    /// <summary>Waits until the process has ended and its last line is read.</summary>
    public async Task<int> ExitCodeAsync(CancellationToken cancellationToken)
    {
        await _process.WaitForExitAsync(cancellationToken);
        await _reading.WaitAsync(cancellationToken);
        return _process.ExitCode;
    }

    /// <summary>Kills the process, as a crash of its machine would.</summary>
    public async Task KillAsync()
    {
        try
        {
            _process.Kill(entireProcessTree: true);
        }
        catch (InvalidOperationException)
        {
            // It has ended by itself.
        }

        await _process.WaitForExitAsync();
        await _reading;
    }

    public async ValueTask DisposeAsync()
    {
        await KillAsync();
        _process.Dispose();
    }

    private async Task ReadAsync(StreamReader reader)
    {
        while (await reader.ReadLineAsync() is { } line)
        {
            TaskCompletionSource changed;
            lock (_gate)
            {
                _lines.Add(line);
                changed = _changed;
                _changed = NewSignal();
            }

            changed.SetResult();
        }
    }

    private static TaskCompletionSource NewSignal() =>
        new(TaskCreationOptions.RunContinuationsAsynchronously);

    [GeneratedRegex(@"http://127\.0\.0\.1:[0-9]+", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex ListeningOn();
}
