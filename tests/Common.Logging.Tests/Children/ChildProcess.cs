using System.Diagnostics;
using System.Globalization;
using System.Reflection;
using System.Runtime.InteropServices;
using System.Text;

namespace Common.Logging.Tests.Children;

/// <summary>The program Common.Logging.Tests.Child as a process of its own.</summary>
internal sealed class ChildProcess : IAsyncDisposable
{
    /// <summary>So long is waited for anything: a limit for what hangs, not a measure.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    private readonly Process _process;
    private readonly StringBuilder _errors = new();
    private readonly Task _readingErrors;

    private ChildProcess(Process process)
    {
        _process = process;
        _readingErrors = ReadErrorsAsync();
    }

    /// <summary>Starts it.</summary>
    /// <param name="ending">How it is to end.</param>
    /// <param name="count">How many records it logs before.</param>
    /// <param name="settings">Settings such as <c>Format=Json</c>, of the section <c>Common:Logging</c>.</param>
    public static ChildProcess Start(string ending, long count, params string[] settings) =>
        Start(
            DotNet,
            ["exec", Assembly, ending, count.ToString(CultureInfo.InvariantCulture)],
            settings
        );

    /// <summary>Starts it by a shell, where its standard output is to be something else.</summary>
    /// <param name="command">The command, in which <c>$CHILD</c> is the program.</param>
    /// <param name="settings">As for <see cref="Start(string, long, string[])"/>.</param>
    public static ChildProcess StartByShell(string command, params string[] settings) =>
        Start(
            "/bin/sh",
            [
                "-c",
                command.Replace(
                    "$CHILD",
                    $"'{DotNet}' exec '{Assembly}'",
                    StringComparison.Ordinal
                ),
            ],
            settings
        );

    /// <summary>What the process wrote to standard error so far.</summary>
    public string Errors
    {
        get
        {
            lock (_errors)
            {
                return _errors.ToString();
            }
        }
    }

    public Stream Output => _process.StandardOutput.BaseStream;

    public StreamWriter Input => _process.StandardInput;

    /// <summary>Waits for something that the process writes to standard error.</summary>
    public async Task WaitForErrorAsync(string text)
    {
        using var limit = new CancellationTokenSource(Patience);
        while (!Errors.Contains(text, StringComparison.Ordinal))
        {
            Assert.False(
                _readingErrors.IsCompleted && !Errors.Contains(text, StringComparison.Ordinal),
                Errors
            );
            await Task.Delay(20, limit.Token);
        }
    }

    /// <summary>Reads standard output until a text is there, and leaves the rest.</summary>
    public async Task<string> ReadUntilAsync(string text)
    {
        using var limit = new CancellationTokenSource(Patience);
        var output = new StringBuilder();
        var buffer = new byte[4096];
        while (!EndOf(output, text.Length + buffer.Length).Contains(text, StringComparison.Ordinal))
        {
            var length = await Output.ReadAsync(buffer, limit.Token);
            Assert.True(length > 0, "It ended before: " + output + Errors);
            output.Append(Encoding.UTF8.GetString(buffer, 0, length));
        }

        return output.ToString();
    }

    /// <summary>Waits for the end.</summary>
    /// <returns>The exit code; 128 and the number of the signal that ended it.</returns>
    public async Task<int> ExitCodeAsync()
    {
        using var limit = new CancellationTokenSource(Patience);
        await _process.WaitForExitAsync(limit.Token);
        await _readingErrors.WaitAsync(limit.Token);
        return _process.ExitCode;
    }

    /// <summary>Reads all of standard output until it ends, and waits for the end.</summary>
    public async Task<(int ExitCode, string Output)> RunToEndAsync()
    {
        using var limit = new CancellationTokenSource(Patience);

        // On a thread of its own: a pool that is busy with other tests must not look like a reader that is stuck.
        var output = await Task
            .Factory.StartNew(
                _process.StandardOutput.ReadToEnd,
                limit.Token,
                TaskCreationOptions.LongRunning,
                TaskScheduler.Default
            )
            .WaitAsync(limit.Token);
        return (await ExitCodeAsync(), output);
    }

    /// <summary>Sends a signal, such as <c>TERM</c>.</summary>
    public async Task SignalAsync(string name)
    {
        using var kill = Process.Start(
            "kill",
            ["-" + name, _process.Id.ToString(CultureInfo.InvariantCulture)]
        );
        await kill.WaitForExitAsync();
        Assert.Equal(0, kill.ExitCode);
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
        {
            _process.Kill(entireProcessTree: true);
        }

        await _process.WaitForExitAsync();
        await _readingErrors;
        _process.Dispose();
    }

    private static string DotNet { get; } =
        Path.GetFullPath(
            Path.Combine(
                RuntimeEnvironment.GetRuntimeDirectory(), // <root>/shared/Microsoft.NETCore.App/<version>/
                "../../..",
                OperatingSystem.IsWindows() ? "dotnet.exe" : "dotnet"
            )
        );

    /// <summary>Where the build put the program: the project file embeds the path, relative to the tests.</summary>
    private static string Assembly { get; } =
        Path.GetFullPath(
            typeof(ChildProcess)
                .Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
                .First(a => a.Key == "Child")
                .Value!,
            AppContext.BaseDirectory
        );

    private static ChildProcess Start(string file, string[] arguments, string[] settings)
    {
        var start = new ProcessStartInfo(file, arguments)
        {
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = Encoding.UTF8,
            StandardErrorEncoding = Encoding.UTF8,
        };
        start.Environment["DOTNET_DbgEnableMiniDump"] = "0";
        start.Environment.Remove("NO_COLOR"); // whoever runs the tests may have set it for himself
        foreach (var setting in settings)
        {
            var parts = setting.Split('=', 2);
            start.Environment[
                "Common__Logging__" + parts[0].Replace(":", "__", StringComparison.Ordinal)
            ] = parts[1];
        }

        return new ChildProcess(Process.Start(start)!);
    }

    private static string EndOf(StringBuilder text, int length) =>
        text.ToString(Math.Max(0, text.Length - length), Math.Min(length, text.Length));

    private async Task ReadErrorsAsync()
    {
        while (await _process.StandardError.ReadLineAsync() is { } line)
        {
            lock (_errors)
            {
                _errors.AppendLine(line);
            }
        }
    }
}
