using System.Text.Json;

namespace Common.Tool.Tests.Errors;

public sealed class ErrorsListCommandTests
{
    // This test runs beside the library, which declares errors of its own.
    private static readonly string Assembly = Path.Combine(
        AppContext.BaseDirectory,
        "Common.Exceptions.dll"
    );

    [Theory]
    [InlineData("table", "transaction.aborted")]
    [InlineData("markdown", "| transaction.aborted | Aborted | 409 |")]
    [InlineData("json", "\"code\": \"transaction.aborted\"")]
    [InlineData("openapi", "\"transaction.aborted\": {")]
    public async Task List_prints_the_errors_of_an_assembly(string format, string expected)
    {
        var run = await ToolRun.RunAsync("errors", "list", Assembly, "--format", format);

        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        Assert.Contains(expected, run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task List_answers_with_a_document()
    {
        var run = await ToolRun.RunAsync("errors", "list", AppContext.BaseDirectory, "--json");

        using var document = JsonDocument.Parse(run.Output);
        Assert.Equal("errors list", document.RootElement.GetProperty("command").GetString());
        Assert.Contains(
            document.RootElement.GetProperty("errors").EnumerateArray(),
            error => error.GetProperty("code").GetString() == "deadline.exceeded"
        );
    }

    [Fact]
    public async Task List_says_that_there_is_no_such_file()
    {
        var run = await ToolRun.RunAsync("errors", "list", "no-such-file.dll");

        Assert.Equal(5, run.ExitCode);
        Assert.Equal("error: no-such-file.dll: there is no such file or folder.", run.Error);
    }
}
