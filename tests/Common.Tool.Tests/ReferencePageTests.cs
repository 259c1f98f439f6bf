namespace Common.Tool.Tests;

/// <summary>The page of reference is what the tool reads from all packages and incubating modules.</summary>
public sealed class ReferencePageTests
{
    private const string Introduction = """
        # Reference: options, events, errors

        All that the packages and the incubating modules declare, as `common config docs`, `common events list` and `common errors list` read it from their assemblies;
        a test holds this page to it. The wire headers are on the page of the [context](context.md#headers), the metrics on [one of their own](metrics.md).
        """;

    [Fact]
    public async Task The_page_lists_what_the_assemblies_declare()
    {
        var folder = AppContext.BaseDirectory;
        var page = await File.ReadAllTextAsync(
            Path.Combine(folder, "docs", "reference.md"),
            TestContext.Current.CancellationToken
        );
        var options = await AskAsync("config", "docs", Path.Combine(folder, "Common.Hosting.dll"));
        var events = await AskAsync("events", "list", folder, "--format", "markdown");
        var errors = await AskAsync("errors", "list", folder, "--format", "markdown");
        var expected = $"""
            {Introduction}

            ## Options
            {options.Replace("# Configuration\n", "", StringComparison.Ordinal).Replace(
                "\n## ",
                "\n### ",
                StringComparison.Ordinal
            )}

            ## Events

            {events}

            ## Errors

            {errors}

            """;
        if (page != expected)
        {
            var made = Path.Combine(folder, "reference.md");
            await File.WriteAllTextAsync(made, expected, TestContext.Current.CancellationToken);
            Assert.Fail(
                $"What is declared has changed. Read what is new, then: cp {made} docs/reference.md"
            );
        }
    }

    private static async Task<string> AskAsync(params string[] command)
    {
        var run = await ToolRun.RunAsync(command);
        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        return run.Output;
    }
}
