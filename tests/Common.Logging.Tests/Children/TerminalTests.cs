namespace Common.Logging.Tests.Children;

/// <summary>Colours, seen on a terminal that <c>script</c> of util-linux makes.</summary>
public sealed class TerminalTests
{
    private const string Colored = "\u001b[32mINFO \u001b[0m";

    [Theory]
    [InlineData("", "", true)]
    [InlineData("NO_COLOR=1 ", "", false)]
    [InlineData("NO_COLOR= ", "", true)] // empty: as if it were not set
    [InlineData("", "Json", false)]
    public async Task Colors_are_there_on_a_terminal_unless_NO_COLOR_says_no(
        string variable,
        string format,
        bool hasColors
    )
    {
        await using var child = ChildProcess.StartByShell(
            $"exec script -qec \"{variable}$CHILD return 1\" /dev/null",
            "Format=" + (format.Length == 0 ? "Text" : format)
        );
        var (code, output) = await child.RunToEndAsync();

        Assert.Equal(7, code);
        Assert.Contains("step.completed", output, StringComparison.Ordinal);
        Assert.Equal(hasColors, output.Contains(Colored, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Colors_are_not_there_on_a_pipe()
    {
        await using var child = ChildProcess.Start("return", 1, "Format=Text");
        var (code, output) = await child.RunToEndAsync();

        Assert.Equal((7, ""), (code, child.Errors));
        Assert.Contains(" INFO ", output, StringComparison.Ordinal);
        Assert.DoesNotContain("\u001b", output, StringComparison.Ordinal);
    }
}
