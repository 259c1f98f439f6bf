using System.Text.Json;

namespace Common.Exceptions.Tests;

public sealed class ErrorCatalogueTests
{
    [Fact]
    public void Run_lists_the_errors_of_the_service_and_of_what_it_references_by_code()
    {
        var (code, output, _) = Run("list");
        var lines = output.Split('\n');

        Assert.Equal(0, code);
        Assert.StartsWith("CODE ", lines[0], StringComparison.Ordinal);
        Assert.Contains(
            lines,
            line => line.StartsWith("deadline.exceeded ", StringComparison.Ordinal)
        );
        var limited = lines.Single(line =>
            line.StartsWith("order.limited ", StringComparison.Ordinal)
        );
        Assert.Equal(
            [
                "order.limited",
                "ResourceExhausted",
                "429",
                "Only {limit} orders a day.",
                "limit: number, retry_after",
            ],
            limited.Split("  ", StringSplitOptions.RemoveEmptyEntries).Select(cell => cell.Trim())
        );
        Assert.Equal(
            lines.Skip(1).SkipLast(1).Order(StringComparer.Ordinal),
            lines.Skip(1).SkipLast(1)
        );
    }

    [Fact]
    public void Run_writes_Markdown() =>
        Assert.Contains(
            "| order.invalid | InvalidArgument | 400 | The order is not valid. | errors |\n",
            Run("list", "--format", "markdown").Output,
            StringComparison.Ordinal
        );

    [Theory]
    [InlineData("--json")]
    [InlineData("--format json")]
    public void Run_writes_JSON(string arguments)
    {
        using var document = JsonDocument.Parse(Run(["list", .. arguments.Split(' ')]).Output);
        var error = document
            .RootElement.GetProperty("errors")
            .EnumerateArray()
            .Single(entry => entry.GetProperty("code").GetString() == "order.not_found");

        Assert.Equal(1, document.RootElement.GetProperty("schema").GetInt32());
        Assert.Equal(404, error.GetProperty("status").GetInt32());
        Assert.Equal("order_id", error.GetProperty("fields")[0].GetProperty("name").GetString());
    }

    [Fact]
    public void Run_writes_Markdown_whose_cells_hold_any_sentence() =>
        Assert.Contains(
            "| order.marked | Internal | 500 | A \\| B, \\*C\\*, \\`D\\`, \\<e>, \\[f\\] and \\\\. |  |\n",
            Run("list", "--format", "markdown").Output,
            StringComparison.Ordinal
        );

    [Fact]
    public void Run_says_why_an_error_goes_that_nothing_replaces()
    {
        Assert.Contains(
            "| order.old | Internal | 500 | It is old. (deprecated since 0.9: Nobody is told so.) |  |\n",
            Run("list", "--format", "markdown").Output,
            StringComparison.Ordinal
        );
        Assert.Contains(
            "\"reason\": \"Nobody is told so.\"",
            Run("list", "--json").Output,
            StringComparison.Ordinal
        );
    }

    [Theory]
    [InlineData("")]
    [InlineData("show")]
    [InlineData("list --format xml")]
    [InlineData("list extra")]
    public void Run_says_how_it_is_called(string arguments)
    {
        var (code, output, error) = Run(arguments.Split(' '));

        Assert.Equal(64, code);
        Assert.Empty(output);
        Assert.Equal(
            "Usage: common errors list [--format table|markdown|json|openapi]    (--json is --format json)\n",
            error
        );
    }

    private static (int Code, string Output, string Error) Run(params string[] arguments)
    {
        using var output = new StringWriter { NewLine = "\n" };
        using var error = new StringWriter { NewLine = "\n" };
        var code = ErrorCatalogue.Run(
            arguments,
            typeof(ErrorCatalogueTests).Assembly,
            output,
            error
        );
        return (code, output.ToString(), error.ToString());
    }
}
