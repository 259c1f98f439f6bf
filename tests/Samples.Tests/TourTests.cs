using System.Diagnostics;
using Tour.Stage;

namespace Samples.Tests;

/// <summary>The Tour as a user runs it.</summary>
public sealed class TourTests
{
    private static readonly string Tour = typeof(Theatre).Assembly.Location;

    [Fact]
    public async Task The_Tour_plays_every_scene_and_leaves_nothing_behind()
    {
        await using var service = new Service();
        var temporary = Start(service);

        var exitCode = await service.ExitCodeAsync();

        Assert.DoesNotContain(service.Lines, l => l.Contains("WRONG", StringComparison.Ordinal));
        Assert.Equal(0, exitCode);
        Assert.DoesNotContain(service.Lines, l => l.Contains('\e', StringComparison.Ordinal)); // plain when piped
        AssertNothingIsLeft(temporary);
    }

    [Theory]
    [InlineData("INT", "Starting")] // while the services start
    [InlineData("INT", "Scene 2")]
    [InlineData("TERM", "Scene 3")] // while Orders tries again
    public async Task The_Tour_cleans_up_when_it_is_stopped(string signal, string line)
    {
        await using var service = new Service();
        var temporary = Start(service);
        await service.Process.WaitForAsync(
            l => l.StartsWith(line, StringComparison.Ordinal),
            TestContext.Current.CancellationToken
        );

        await service.SignalAsync(signal);

        Assert.Equal(130, await service.ExitCodeAsync());
        Assert.Equal(
            "Stopped; both services are ended and their files are deleted.",
            service.Lines[^1]
        );
        AssertNothingIsLeft(temporary);
    }

    private static DirectoryInfo Start(Service service)
    {
        var temporary = Directory.CreateDirectory(Path.Combine(service.Folder, "tmp"));
        service.StartWith(
            [new("TMPDIR", temporary.FullName), new("TEMP", temporary.FullName)],
            Tour
        );
        return temporary;
    }

    private static void AssertNothingIsLeft(DirectoryInfo temporary)
    {
        Assert.Empty(temporary.GetFileSystemInfos());
        Assert.DoesNotContain(
            Process.GetProcesses(),
            p => WorkingFolderOf(p).StartsWith(temporary.FullName, StringComparison.Ordinal)
        );
    }

    private static string WorkingFolderOf(Process process)
    {
        try
        {
            return new FileInfo($"/proc/{process.Id}/cwd").LinkTarget ?? "";
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return ""; // it has ended, or is somebody else's
        }
    }
}
