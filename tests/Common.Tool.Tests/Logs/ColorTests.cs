using System.Diagnostics;

namespace Common.Tool.Tests.Logs;

/// <summary>Colours, seen on a terminal that <c>script</c> of util-linux makes.</summary>
public sealed class ColorTests : IDisposable
{
    private const string RedError = "\u001b[31mERROR\u001b[0m";

    private readonly LogScene _scene = new();

    [Theory]
    [InlineData("NO_COLOR= ", true)] // empty: as if it were not set
    [InlineData("NO_COLOR=1 ", false)]
    public async Task Show_colours_levels_on_a_terminal_unless_NO_COLOR_says_no(
        string variable,
        bool hasColors
    )
    {
        var tool = Path.Combine(AppContext.BaseDirectory, "Common.Tool.dll");
        using var terminal = Process.Start(
            new ProcessStartInfo(
                "/usr/bin/script",
                [
                    "-qec",
                    $"TERM=xterm {variable}dotnet {tool} logs show {_scene.Orders} --level error",
                    "/dev/null",
                ]
            )
            {
                RedirectStandardInput = true,
                RedirectStandardOutput = true,
                UseShellExecute = false,
            }
        )!;
        var output = await terminal.StandardOutput.ReadToEndAsync(
            TestContext.Current.CancellationToken
        );

        Assert.Contains("order.failed", output, StringComparison.Ordinal);
        // The platform itself sets the terminal up by other sequences.
        Assert.Equal(hasColors, output.Contains(RedError, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Show_has_no_colours_where_nobody_watches() =>
        Assert.DoesNotContain(
            '\u001b',
            (await ToolRun.RunAsync("logs", "show", _scene.Orders)).Output
        );

    public void Dispose() => _scene.Dispose();
}
