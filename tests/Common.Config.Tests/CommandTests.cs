using System.Text.Json;
using Common.Config.Catalogue;
using Microsoft.Extensions.Configuration;

namespace Common.Config.Tests;

public sealed class CommandTests : IDisposable
{
    private static readonly ConfigCatalogue Catalogue = ConfigCatalogue.Of(
        typeof(CommandTests).Assembly
    );

    private const string NotAsked = "not checked: the validators of the service\n";

    private readonly ConfigFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Sample_shows_help_type_default_and_what_is_required()
    {
        var (code, text, _) = Tool("sample");

        Assert.Equal(0, code);
        Assert.Contains(
            """
                "Database": {
                  // How many connections the pool may hold.
                  // int; at least 1; at most 1024; default 100
                  "PoolSize": 100,
                  // How long a statement may run.
                  // duration; default 30s; reloadable
                  "StatementTimeout": "30s",
                  // The password of the database user.
                  // secret; required
                  "Password": "",
            """.ReplaceLineEndings("\n"),
            text,
            StringComparison.Ordinal
        );
        Assert.Contains("      // int\n      // \"Retries\": …\n", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Sample_minimal_has_the_required_options_only()
    {
        var (_, text, _) = Tool("sample", "--minimal");

        Assert.Equal(
            """
            {
              "Orders": {
                // How the service reaches its database.
                "Database": {
                  // The password of the database user.
                  // secret; required
                  "Password": ""
                }
              }
            }

            """.ReplaceLineEndings("\n"),
            text
        );
    }

    [Theory]
    [InlineData("sample")]
    [InlineData("sample", "--minimal")]
    public void What_sample_writes_check_accepts(params string[] command)
    {
        var (_, text, _) = Tool(command);
        _folder.Write("sample.json", text);

        var (code, output, _) = Service("check", _folder.File("sample.json"));
        Assert.Equal((0, NotAsked + "No errors.\n"), (code, output));

        var (toolCode, toolOutput, _) = Tool("check", _folder.File("sample.json"));
        Assert.Equal(
            (
                0,
                "not checked: rules between options, and the validators of the service\nNo errors.\n"
            ),
            (toolCode, toolOutput)
        );
    }

    [Fact]
    public void Check_reports_errors_and_warnings_with_file_and_line()
    {
        var file = _folder
            .Write(
                "a.json",
                """
                { "Orders": { "Database": {
                  "Password": "p",
                  "PoolSize": 0,
                  "CommandTimeout": "1s",
                  "PolSize": 1,
                  "Shards": [ { "Copies": "x", "Name": "n" } ],
                  "WarmUp": "Never" } } }
                """
            )
            .File("a.json");

        var expected = $"""
            error: {file}:3: Orders:Database:PoolSize is "0"; it must be from 1 to 1024.
            error: {file}:5: Orders:Database:PolSize is no known key; did you mean Orders:Database:PoolSize? Common:Config:UnknownKeys=Warn or Common:Config:AllowedUnknownKeys lets it stand.
            error: {file}:6: Orders:Database:Shards:0:Copies is "x"; it must be a whole number from -2147483648 to 2147483647.
            error: {file}:7: Orders:Database:WarmUp is "Never"; it must be one of Lazy, Eager.
            warning: {file}:4: Orders:Database:CommandTimeout is deprecated since 1.2; use Orders:Database:StatementTimeout.

            """.ReplaceLineEndings("\n");
        Assert.Equal((1, expected + NotAsked, ""), Service("check", file));
        Assert.Equal(
            (
                1,
                expected
                    + "not checked: rules between options, and the validators of the service\n",
                ""
            ),
            Tool("check", file)
        );
    }

    [Fact]
    public void Check_writes_JSON()
    {
        var file = _folder
            .Write("a.json", """{"Orders":{"Database":{"Pasword":"hunter2"}}}""")
            .File("a.json");

        var (code, text, _) = Service("check", file, "--json");

        Assert.Equal(1, code);
        Assert.DoesNotContain("hunter2", text, StringComparison.Ordinal);
        using var json = JsonDocument.Parse(text);
        Assert.Equal(
            ["Orders:Database:Pasword", "Orders:Database:Password"],
            json.RootElement.GetProperty("errors")
                .EnumerateArray()
                .Select(e => e.GetProperty("key").GetString())
        );
    }

    [Fact]
    public void Check_partial_does_not_ask_for_what_other_sources_give()
    {
        var file = _folder.Write("a.json", "{}").File("a.json");

        Assert.Equal((0, NotAsked + "No errors.\n", ""), Service("check", file, "--partial"));
    }

    [Fact]
    public void Explain_names_the_winner_and_what_it_overrode_and_no_secret()
    {
        _folder
            .Write(
                "appsettings.json",
                """
                { "Orders": { "Database": {
                  "Password": "hunter2",
                  "PoolSize": 1 } } }
                """
            )
            .Write("appsettings.Test.json", """{"Orders":{"Database":{"PoolSize":2}}}""");

        var (code, text, _) = Service(
            ["explain", "Orders:Database"],
            "--Orders:Database:PoolSize=3",
            "--Orders:Database:Password=hunter3"
        );

        Assert.Equal(0, code);
        Assert.StartsWith(
            $"""
            Orders:Database:Password = ***
              from argument --Orders:Database:Password
              over *** from {_folder.File("appsettings.json")}:2
            Orders:Database:PoolSize = "3"
              from argument --Orders:Database:PoolSize
              over "2" from {_folder.File("appsettings.Test.json")}:1
              over "1" from {_folder.File("appsettings.json")}:3
            Orders:Database:StatementTimeout = 30s
              the default

            """.ReplaceLineEndings("\n"),
            text,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void Explain_is_the_services_own()
    {
        var (code, _, error) = Tool("explain");

        Assert.Equal(3, code);
        Assert.Equal(
            "What a service's options are, only the service itself can say: run its own executable with `common config explain`.\n",
            error
        );
    }

    [Fact]
    public void Migrate_renames_in_place_and_moves_between_sections_and_keeps_the_rest()
    {
        var file = _folder
            .Write(
                "a.json",
                """
                {
                  // ours
                  "Orders": {
                    "Old": {
                      "Left": 1
                    },
                    "Database": { "CommandTimeout" : "1s" /* soon */, "Password": "p" },
                    "Live": {
                      "Right": 1 // the right one
                    }
                  }
                }
                """.ReplaceLineEndings("\n")
            )
            .File("a.json");

        var (code, output, _) = Tool("migrate", file);

        Assert.Equal(0, code);
        Assert.Equal(
            "Orders:Database:CommandTimeout -> Orders:Database:StatementTimeout\nOrders:Old:Left -> Orders:Live:Left\n",
            output
        );
        Assert.Equal(
            """
            {
              // ours
              "Orders": {
                "Old": {
                },
                "Database": { "StatementTimeout" : "1s" /* soon */, "Password": "p" },
                "Live": {
                  "Left": 1,
                  "Right": 1 // the right one
                }
              }
            }
            """.ReplaceLineEndings("\n"),
            File.ReadAllText(file)
        );
        Assert.Equal("Nothing to migrate.\n", Tool("migrate", file).Output);
    }

    [Fact]
    public void Migrate_leaves_what_the_oldest_running_release_does_not_know()
    {
        var file = _folder.Write("a.json", """{"Orders":{"Old":{"Left":1}}}""").File("a.json");

        Assert.Equal(
            "Nothing to migrate.\n",
            Tool("migrate", file, "1.1", "--oldest-running").Output
        );
        Assert.Equal(
            "Orders:Old:Left -> Orders:Live:Left\n",
            Tool("migrate", file, "--oldest-running", "1.2").Output
        );
    }

    [Fact]
    public void Schema_is_JSON_with_types_limits_and_required_options()
    {
        var (_, text, _) = Tool("schema");

        using var json = JsonDocument.Parse(text);
        var database = json
            .RootElement.GetProperty("properties")
            .GetProperty("Orders")
            .GetProperty("properties")
            .GetProperty("Database");
        Assert.False(database.GetProperty("additionalProperties").GetBoolean());
        Assert.Equal("Password", database.GetProperty("required")[0].GetString());
        Assert.Equal(
            """
            {
              "description": "How many connections the pool may hold.",
              "default": 100,
              "type": "integer",
              "minimum": 1,
              "maximum": 1024
            }
            """.ReplaceLineEndings("").Replace("  ", "", StringComparison.Ordinal),
            database
                .GetProperty("properties")
                .GetProperty("PoolSize")
                .GetRawText()
                .ReplaceLineEndings("")
                .Replace("  ", "", StringComparison.Ordinal)
        );
    }

    [Fact]
    public void Docs_list_every_option()
    {
        var (_, text, _) = Tool("docs");

        Assert.Contains(
            "| `Orders:Database:StatementTimeout` | duration | `30s` | at once | How long a statement may run. Older name: `Orders:Database:CommandTimeout` (since 1.2). |\n",
            text,
            StringComparison.Ordinal
        );
        Assert.Contains("| `Partners:NAME:Address` |", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData]
    [InlineData("sample", "--what")]
    [InlineData("nonsense")]
    [InlineData("check")]
    public void A_wrong_command_line_shows_how_it_goes(params string[] arguments)
    {
        var (code, output, error) = Tool(arguments);

        Assert.Equal((3, ""), (code, output));
        Assert.StartsWith("common config sample [--minimal]", error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_command_line_of_the_services_own_is_left_to_it()
    {
        Assert.Null(
            ConfigCommands.TryRun(
                ["--urls", "http://localhost"],
                new ConfigurationManager(),
                null,
                TextWriter.Null,
                TextWriter.Null
            )
        );
    }

    private static (int Code, string Output, string Error) Tool(params string[] arguments)
    {
        using var output = new StringWriter { NewLine = "\n" };
        using var error = new StringWriter { NewLine = "\n" };
        var code = ConfigCommands.Run(arguments, Catalogue, output, error);
        return (code, output.ToString(), error.ToString());
    }

    private (int Code, string Output, string Error) Service(params string[] command) =>
        Service(command, []);

    private (int Code, string Output, string Error) Service(
        string[] command,
        params string[] arguments
    )
    {
        using var output = new StringWriter { NewLine = "\n" };
        using var error = new StringWriter { NewLine = "\n" };
        using var configuration = _folder.Configuration(arguments);
        var code = ConfigCommands.TryRun(
            ["common", "config", .. command],
            configuration,
            "Common.Config.Tests",
            output,
            error
        );
        return (code!.Value, output.ToString(), error.ToString());
    }
}
