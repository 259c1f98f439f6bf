namespace Common.Tool.Tests.Shell;

public sealed class ToolHostTests
{
    [Theory]
    [InlineData(
        "incubator update --on-conflict mine",
        "error: Argument 'mine' not recognized. Must be one of: 'markers' 'abort' 'ours' 'theirs'. See: common incubator update --help"
    )]
    [InlineData(
        "incubator nonsense",
        "error: Unrecognized command or argument 'nonsense'. See: common incubator --help"
    )]
    [InlineData(
        "--nonsense",
        "error: Unrecognized command or argument '--nonsense'. See: common --help"
    )]
    public async Task Run_says_what_is_wrong_with_the_command_line_in_one_line(
        string commandLine,
        string error
    )
    {
        var run = await ToolRun.RunAsync(commandLine.Split(' '));

        Assert.Equal(3, run.ExitCode);
        Assert.Equal(error, run.Error);
        Assert.Equal("", run.Output);
    }

    [Fact]
    public async Task Run_answers_errors_as_a_document_with_json()
    {
        var run = await ToolRun.RunAsync("incubator", "--json", "--nonsense");

        Assert.Equal(3, run.ExitCode);
        Assert.Equal(
            """
            {
              "schema": 1,
              "command": "incubator",
              "error": {
                "exitCode": 3,
                "message": "Unrecognized command or argument '--nonsense'. See: common incubator --help"
              }
            }
            """,
            run.Output
        );
    }

    [Fact]
    public async Task Run_lists_every_group_in_the_help()
    {
        var run = await ToolRun.RunAsync("--help");

        Assert.Equal(0, run.ExitCode);
        Assert.All(
            CommandGroups.Create(),
            group => Assert.Contains($"\n  {group.Name} ", run.Output, StringComparison.Ordinal)
        );
    }
}
