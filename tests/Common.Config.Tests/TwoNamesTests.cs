using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Common.Config.Tests;

/// <summary>One option by its present and by its older name.</summary>
public sealed class TwoNamesTests : IDisposable
{
    private readonly ConfigFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("\"Old\": { \"Left\": 1 }", "\"Left\": 1, \"Right\": 1")]
    [InlineData("\"Old\": { \"FixedKeys\": [\"a\", \"b\"] }", "\"FixedKeys\": [\"a\", \"b\"]")]
    [InlineData("\"Old\": { \"FixedKeys\": [] }", "\"FixedKeys\": []")]
    [InlineData("\"Old\": { \"Keys\": { \"a\": \"x\" } }", "\"Keys\": { \"A\": \"x\" }")]
    public void The_same_value_by_both_is_right(string old, string live)
    {
        Write(old, live);
        using var services = _folder.Services();

        services.GetRequiredService<IStartupValidator>().Validate();
    }

    [Theory]
    [InlineData("\"Old\": { \"Left\": 2 }", "\"Left\": 1, \"Right\": 1", "Left")]
    [InlineData(
        "\"Old\": { \"FixedKeys\": [\"a\"] }",
        "\"FixedKeys\": [\"a\", \"b\"]",
        "FixedKeys"
    )]
    [InlineData(
        "\"Old\": { \"FixedKeys\": [\"a\", \"b\"] }",
        "\"FixedKeys\": [\"a\", \"c\"]",
        "FixedKeys"
    )]
    [InlineData("\"Old\": { \"FixedKeys\": [\"a\"] }", "\"FixedKeys\": []", "FixedKeys")]
    [InlineData("\"Old\": { \"Keys\": { \"a\": \"x\" } }", "\"Keys\": { \"b\": \"x\" }", "Keys")]
    public void Different_values_are_one_error(string old, string live, string option)
    {
        Write(old, live);

        Assert.Equal(
            [
                $"appsettings.json:2: Orders:Old:{option} and Orders:Live:{option} are two names of one option, with different values in one source.",
            ],
            _folder.Errors().Where(e => !e.Contains("must equal", StringComparison.Ordinal))
        );
    }

    [Fact]
    public void A_higher_source_decides_by_whichever_name()
    {
        Write("\"Other\": {}", "\"FixedKeys\": [\"a\", \"b\"]");
        using var services = _folder.Services("--Orders:Old:FixedKeys:0=c");

        Assert.Equal(
            ["c"],
            services
                .GetRequiredService<Live<ReloadedOptions>>()
                .Current.FixedKeys.Select(key => key.Reveal())
        );
    }

    private void Write(string old, string live) =>
        _folder.Write(
            "appsettings.json",
            $$"""
            { "Orders": { "Database": { "Password": "p" }, "Live": { {{live}} },
              {{old}} } }
            """
        );
}
