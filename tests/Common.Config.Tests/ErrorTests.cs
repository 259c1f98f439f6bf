using Common.Config.Catalogue;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Common.Config.Tests;

public sealed class ErrorTests : IDisposable
{
    private const string LetItStand =
        "Common:Config:UnknownKeys=Warn or Common:Config:AllowedUnknownKeys lets it stand.";

    private readonly ConfigFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Errors_are_reported_together_with_place_key_value_and_rule()
    {
        _folder.Write(
            "appsettings.json",
            """
            {
              "Orders": {
                "Database": {
                  "PoolSiz": 5,
                  "PoolSize": 5000,
                  "StatementTimeout": 30,
                  "WarmUp": "soon",
                  "Pasword": "hunter2",
                  "Tls": { "Enabled": "yes" },
                  "Shards": [{ "Nam": "x" }]
                }
              }
            }
            """
        );

        Assert.Equal(
            [
                "appsettings.json:4: Orders:Database:PoolSiz is no known key; did you mean Orders:Database:PoolSize? "
                    + LetItStand,
                "appsettings.json:5: Orders:Database:PoolSize is \"5000\"; it must be from 1 to 1024.",
                "appsettings.json:6: Orders:Database:StatementTimeout is \"30\"; it must be a duration such as 250ms, 30s, 5m, 1h, 1d, 00:00:30 or PT30S.",
                "appsettings.json:7: Orders:Database:WarmUp is \"soon\"; it must be one of Lazy, Eager.",
                "appsettings.json:8: Orders:Database:Pasword is no known key; did you mean Orders:Database:Password? "
                    + LetItStand,
                "appsettings.json:9: Orders:Database:Tls:Enabled is \"yes\"; it must be true or false.",
                "appsettings.json:10: Orders:Database:Shards:0:Nam is no known key; did you mean Orders:Database:Shards:0:Name? "
                    + LetItStand,
                "Orders:Database:Password is required and has no value; set it in a file, or as the variable Orders__Database__Password.",
                "Orders:Database:Shards:0:Name is required and has no value; set it in a file, or as the variable Orders__Database__Shards__0__Name.",
            ],
            _folder.Errors()
        );
    }

    [Fact]
    public void Environment_variable_and_argument_are_named()
    {
        const string Variable = "ERRORTESTS_ORDERS__DATABASE__POOLSIZE";
        using var folder = new ConfigFolder { VariablePrefix = "ERRORTESTS_" };
        Environment.SetEnvironmentVariable(Variable, "many");
        try
        {
            Assert.Equal(
                [
                    "argument --Orders:Database:Retries: Orders:Database:Retries is \"x\"; it must be a whole number from -2147483648 to 2147483647.",
                    "variable ERRORTESTS_ORDERS__DATABASE__POOLSIZE: ORDERS:DATABASE:POOLSIZE is \"many\"; it must be a whole number from -2147483648 to 2147483647.",
                ],
                folder.Errors("--Orders:Database:Password=p", "--Orders:Database:Retries=x")
            );
        }
        finally
        {
            Environment.SetEnvironmentVariable(Variable, null);
        }
    }

    [Fact]
    public void Two_names_of_one_option_with_different_values_in_one_source_are_an_error()
    {
        _folder.Write(
            "appsettings.json",
            """
            {"Orders":{"Database":{"Password":"p",
              "StatementTimeout":"1s",
              "CommandTimeout":"2s"}}}
            """
        );

        Assert.Equal(
            [
                "appsettings.json:3: Orders:Database:CommandTimeout and Orders:Database:StatementTimeout are two names of one option, with different values in one source.",
            ],
            _folder.Errors()
        );
    }

    [Fact]
    public void The_older_name_in_a_higher_source_beats_the_new_name_in_a_lower_one()
    {
        _folder.Write(
            "appsettings.json",
            """{"Orders":{"Database":{"Password":"p","StatementTimeout":"1s"}}}"""
        );
        using var services = _folder.Services("--Orders:Database:CommandTimeout=2s");

        Assert.Equal(
            NodaTime.Duration.FromSeconds(2),
            services.GetRequiredService<Live<DatabaseOptions>>().Current.StatementTimeout
        );
    }

    [Fact]
    public void A_removed_key_is_known_by_name()
    {
        Assert.Equal(
            [
                "argument --Orders:Live:Speed: Orders:Live:Speed was removed in 3.0; use Orders:Live:Left. "
                    + LetItStand,
            ],
            _folder.Errors("--Orders:Database:Password=p", "--Orders:Live:Speed=1")
        );
    }

    [Theory]
    [InlineData("""{"Gone":{"Hosts":"a"} }""", "Gone:Hosts")]
    [InlineData("""{"Gone":{"Hosts":["a"],"Else":1} }""", "Gone:Hosts:0")]
    [InlineData("""{"Orders":{"Live":{"Speed":{"Low":1} } } }""", "Orders:Live:Speed:Low")]
    public void A_removed_key_is_known_whatever_it_held_and_wherever_it_stood(
        string json,
        string key
    )
    {
        var file = _folder.Write("appsettings.json", json).File("appsettings.json");
        var use = key.StartsWith("Gone", StringComparison.Ordinal) ? "Text" : "Left";
        var error =
            $"appsettings.json:1: {key} was removed in 3.0; use Orders:Live:{use}. {LetItStand}";

        Assert.Equal([error], _folder.Errors("--Orders:Database:Password=p"));

        using var output = new StringWriter();
        ConfigCommands.Run(
            ["check", file, "--partial"],
            ConfigCatalogue.Of(typeof(ErrorTests).Assembly),
            output,
            TextWriter.Null
        );
        Assert.Contains(error, output.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--Common:Config:UnknownKeys=Warn")]
    [InlineData("--Common:Config:AllowedUnknownKeys:0=Orders:Live:Later")]
    [InlineData("--Common:Config:AllowedUnknownKeys:0=Orders:Live:*")]
    public void An_older_release_starts_on_the_files_of_a_newer_one_where_it_is_told_to(string how)
    {
        using var services = _folder.Services(
            "--Orders:Database:Password=p",
            "--Orders:Live:Later=1",
            how
        );

        services.GetRequiredService<IStartupValidator>().Validate();
    }

    [Fact]
    public void A_long_value_is_cut_and_layout_characters_are_escaped()
    {
        Assert.Equal(
            [
                $"argument --Orders:Database:PoolSize: Orders:Database:PoolSize is \"\\u001b{new string('9', 79)}\"… (201 characters); it must be a whole number from -2147483648 to 2147483647.",
            ],
            _folder.Errors(
                "--Orders:Database:Password=p",
                "--Orders:Database:PoolSize=\u001b" + new string('9', 200)
            )
        );
    }

    [Fact]
    public void A_secret_is_never_shown()
    {
        _folder.Write(
            "appsettings.json",
            """{"Orders":{"Database":{"Password":{"Text":"hunter2"}}}}"""
        );

        Assert.Equal(
            [
                "appsettings.json:1: Orders:Database:Password is wrong: it must be a text, or an object with File.",
                "appsettings.json:1: Orders:Database:Password:Text is no known key. " + LetItStand,
            ],
            _folder.Errors()
        );
    }

    [Fact]
    public void Named_sections_are_checked_each()
    {
        using (
            var services = _folder.Services(
                "--Orders:Database:Password=p",
                "--Partners:a:Address=https://a.example/"
            )
        )
        {
            var monitor = services.GetRequiredService<IOptionsMonitor<PartnerOptions>>();
            Assert.Equal("https://a.example/", monitor.Get("A").Address.ToString());
            Assert.Equal(
                "There is no section Partners:b; there is a.",
                Assert.Throws<InvalidOperationException>(() => monitor.Get("b")).Message
            );
        }

        Assert.Equal(
            [
                "argument --Partners:a:Addres: Partners:a:Addres is no known key; did you mean Partners:a:Address? "
                    + LetItStand,
                "Partners:a:Address is required and has no value; set it in a file, or as the variable Partners__a__Address.",
            ],
            _folder.Errors("--Orders:Database:Password=p", "--Partners:a:Addres=x")
        );
    }
}
