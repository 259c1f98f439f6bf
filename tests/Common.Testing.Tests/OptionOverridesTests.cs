using Common.Config;
using Common.Exceptions;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Common.Testing.Tests;

public sealed class OptionOverridesTests
{
    private const string Key = "Common:Config:Reload:QuietPeriod";

    [Fact]
    public void An_override_beats_every_other_source_and_is_seen_by_explain()
    {
        using var services = Start(new OptionOverrides().Set(Key, "2s"), $"--{Key}=1s");

        Assert.Equal(
            NodaTime.Duration.FromSeconds(2),
            services.GetRequiredService<Live<ReloadOptions>>().Current.QuietPeriod
        );
        Assert.Equal(
            [
                new ConfigValueSource("\"2s\"", "override of the test", null),
                new ConfigValueSource("\"1s\"", "argument --" + Key, null),
            ],
            services
                .GetRequiredService<ConfigExplainer>()
                .Explain()
                .Single(v => v.Key == Key)
                .Sources
        );
    }

    [Theory]
    [InlineData(
        Key,
        "1ms",
        "override of the test: Common:Config:Reload:QuietPeriod is \"1ms\"; it must be from 50ms to 5m."
    )]
    [InlineData(
        "Common:Config:Reload:QuietPeriode",
        "1s",
        "override of the test: Common:Config:Reload:QuietPeriode is no known key; did you mean Common:Config:Reload:QuietPeriod? Common:Config:UnknownKeys=Warn or Common:Config:AllowedUnknownKeys lets it stand."
    )]
    public void A_wrong_override_is_an_error_like_any_other(string key, string value, string error)
    {
        var exception = Assert.Throws<ConfigException>(() =>
            Start(new OptionOverrides().Set(key, value))
        );

        Assert.Equal([error], exception.Errors.Select(e => e.ToString()));
    }

    [Fact]
    public void An_override_changes_reloadable_options_at_run_time_and_can_be_taken_back()
    {
        const string Retries = "Common:Resilience:MaxRetries";
        var overrides = new OptionOverrides();
        using var services = Start(overrides);
        var live = services.GetRequiredService<Live<ResilienceOptions>>();
        var before = live.Current.MaxRetries;

        overrides.Set(Retries, "7");
        Assert.Equal(7, live.Current.MaxRetries);
        overrides.Set(Retries, "-1"); // refused: the last good value stays
        Assert.Equal(7, live.Current.MaxRetries);
        overrides.Reset(Retries);
        Assert.Equal(before, live.Current.MaxRetries);
    }

    private static ServiceProvider Start(OptionOverrides overrides, params string[] arguments)
    {
        var configuration = new ConfigurationManager();
        configuration.AddCommandLine(arguments);
        var services = new ServiceCollection()
            .AddCommonConfig(configuration, "Common.Testing.Tests")
            .BuildServiceProvider();
        ((IConfigurationBuilder)configuration).Add(overrides);
        try
        {
            services.GetRequiredService<IStartupValidator>().Validate();
            return services;
        }
        catch
        {
            services.Dispose();
            throw;
        }
    }
}
