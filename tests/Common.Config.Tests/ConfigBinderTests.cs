using Microsoft.Extensions.Configuration;

namespace Common.Config.Tests;

public sealed class ConfigBinderTests : IDisposable
{
    private readonly ConfigFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Load_reads_files_the_environment_and_arguments_without_a_container()
    {
        _folder
            .Write("appsettings.json", """{"Orders":{"Database":{"Password":"p","PoolSize":1}}}""")
            .Write("config.d/a.json", """{"Orders":{"Database":{"PoolSize":2,"Retries":1}}}""");

        var options = ConfigBinder.Load<DatabaseOptions>(Sources("--Orders:Database:Retries=2"));

        Assert.Equal(("p", 2, 2), (options.Password.Reveal(), options.PoolSize, options.Retries));
    }

    [Fact]
    public void Load_says_all_that_is_wrong_with_its_place()
    {
        _folder.Write(
            "appsettings.json",
            """
            {"Orders":{"Database":{"Password":"p",
              "PoolSize":"many",
              "Pool":2}}}
            """
        );

        var exception = Assert.Throws<ConfigException>(() =>
            ConfigBinder.Load<DatabaseOptions>(Sources())
        );

        Assert.Equal(
            [_folder.File("appsettings.json") + ":2", _folder.File("appsettings.json") + ":3"],
            exception.Errors.Select(e => e.Source)
        );
    }

    [Fact]
    public void Bind_heeds_the_policy_for_unknown_keys()
    {
        _folder.Write(
            "appsettings.json",
            """{"Common":{"Config":{"UnknownKeys":"Warn"}},"Orders":{"Database":{"Password":"p","Later":1}}}"""
        );

        Assert.Equal(
            "p",
            ConfigBinder.Bind<DatabaseOptions>(_folder.Configuration()).Password.Reveal()
        );
    }

    [Fact]
    public void A_class_without_a_place_of_its_own_is_refused()
    {
        var exception = Assert.Throws<InvalidOperationException>(() =>
            ConfigBinder.Bind<TlsOptions>(_folder.Configuration())
        );

        Assert.Equal(
            "Common.Config.Tests.TlsOptions has no place of its own in the configuration; bind the class that it is used in.",
            exception.Message
        );
        Assert.Throws<InvalidOperationException>(() =>
            ConfigBinder.Bind<PartnerOptions>(_folder.Configuration())
        );
    }

    private IConfigurationBuilder Sources(params string[] arguments) =>
        new ConfigurationBuilder()
            .SetBasePath(_folder.Root)
            .AddJsonFile("appsettings.json", optional: false)
            .AddEnvironmentVariables("CONFIGTESTS_")
            .AddCommandLine(arguments);
}
