using System.Diagnostics;
using System.IO.Compression;
using System.IO.Pipes;
using System.Text;

namespace Common.Tool.Tests.Logs;

/// <summary>The tool between two programs, as a process of its own.</summary>
public sealed class PipeTests
{
    // Generous: the machine may be building everything else at the same time.
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(2);

    [Fact]
    public async Task Show_follows_a_service_and_ends_when_nobody_reads_any_more()
    {
        using var limit = new CancellationTokenSource(Limit);
        using var tool = Process.Start(
            new ProcessStartInfo(
                "dotnet",
                [Path.Combine(AppContext.BaseDirectory, "Common.Tool.dll"), "logs", "show"]
            )
            {
                RedirectStandardInput = true,
                RedirectStandardOutput = true,
                RedirectStandardError = true,
                UseShellExecute = false,
            }
        )!;
        try
        {
            await tool.StandardInput.WriteAsync(LogScene.InventoryJson + "\n");
            await tool.StandardInput.FlushAsync(limit.Token);
            var shown = await tool.StandardOutput.ReadLineAsync(limit.Token);
            Assert.Contains("stock.reserved", shown, StringComparison.Ordinal);

            tool.StandardOutput.Close();
            while (!tool.HasExited && !limit.IsCancellationRequested)
            {
                await WriteAsync(tool);
                await Task.WhenAny(
                    tool.WaitForExitAsync(limit.Token),
                    Task.Delay(TimeSpan.FromMilliseconds(20), limit.Token)
                );
            }

            Assert.True(tool.HasExited, "It goes on for nobody.");
            Assert.Equal(
                (0, ""),
                (tool.ExitCode, await tool.StandardError.ReadToEndAsync(limit.Token))
            );
        }
        finally
        {
            if (!tool.HasExited)
            {
                tool.Kill(entireProcessTree: true);
            }
        }
    }

    [Fact]
    public async Task Trace_reads_what_a_pipe_gives_once_compressed_or_not()
    {
        foreach (var compresses in (bool[])[false, true])
        {
            using var pipe = new AnonymousPipeServerStream(PipeDirection.Out);
            var path = $"/proc/self/fd/{pipe.GetClientHandleAsString()}"; // as some shells write <(…)
            await using (
                Stream log = compresses
                    ? new GZipStream(pipe, CompressionMode.Compress, leaveOpen: true)
                    : new BufferedStream(pipe)
            )
            {
                await log.WriteAsync(
                    Encoding.UTF8.GetBytes(LogScene.OrdersText + "\n"),
                    TestContext.Current.CancellationToken
                );
            }

            await pipe.DisposeAsync();

            var run = await ToolRun.RunAsync("logs", "trace", LogScene.OfOrders, path);

            Assert.Equal((0, ""), (run.ExitCode, run.Error));
            Assert.Contains("order.failed", run.Output, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Show_says_that_it_was_given_a_folder()
    {
        var run = await ToolRun.RunAsync("logs", "show", AppContext.BaseDirectory);

        Assert.Equal(
            (5, $"error: {AppContext.BaseDirectory}: it is a folder. Name the logs in it."),
            (run.ExitCode, run.Error)
        );
    }

    private static async Task WriteAsync(Process tool)
    {
        try
        {
            await tool.StandardInput.WriteAsync(LogScene.InventoryJson + "\n");
            await tool.StandardInput.FlushAsync();
        }
        catch (IOException)
        {
            // It has ended meanwhile.
        }
    }
}
