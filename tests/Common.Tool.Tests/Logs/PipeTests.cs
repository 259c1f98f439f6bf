using System.Diagnostics;

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
