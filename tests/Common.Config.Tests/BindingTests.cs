using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using NodaTime;

namespace Common.Config.Tests;

public sealed class BindingTests : IDisposable
{
    private readonly ConfigFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Options_have_the_defaults_of_their_initialisers_where_no_source_names_them()
    {
        using var services = _folder.Services("--Orders:Database:Password=p");

        var options = services.GetRequiredService<IOptions<DatabaseOptions>>().Value;

        Assert.Equal(100, options.PoolSize);
        Assert.Equal(Duration.FromSeconds(30), options.StatementTimeout);
        Assert.Equal("p", options.Password.Reveal());
        Assert.Empty(options.Replicas);
        Assert.True(options.Tls.Enabled);
        Assert.Null(options.Retries);
    }

    [Fact]
    public void Options_are_read_from_every_kind_of_value()
    {
        _folder.Write(
            "appsettings.json",
            """
            {
              // a comment, as in the files of the platform
              "Orders": {
                "Database": {
                  "PoolSize": 5,
                  "StatementTimeout": "250ms",
                  "Password": "p",
                  "WarmUp": "eager",
                  "Replicas": ["https://a.example/", "https://b.example/"],
                  "Tls": { "Enabled": false, "ServerName": "db" },
                  "Shards": [{ "Name": "x" }, { "Name": "y", "Copies": 3 }],
                  "Weights": { "a": 1, "b": 2 },
                  "Retries": 2,
                },
              },
            }
            """
        );
        using var services = _folder.Services();

        var options = services.GetRequiredService<Live<DatabaseOptions>>().Current;

        Assert.Equal(5, options.PoolSize);
        Assert.Equal(Duration.FromMilliseconds(250), options.StatementTimeout);
        Assert.Equal(WarmUp.Eager, options.WarmUp);
        Assert.Equal([new("https://a.example/"), new("https://b.example/")], options.Replicas);
        Assert.False(options.Tls.Enabled);
        Assert.Equal("db", options.Tls.ServerName);
        Assert.Equal([("x", 1), ("y", 3)], options.Shards.Select(s => (s.Name, s.Copies)));
        Assert.Equal(2, options.Weights["B"]);
        Assert.Equal(2, options.Retries);
    }

    [Fact]
    public void A_list_is_replaced_whole_by_the_highest_source_that_names_it()
    {
        _folder
            .Write(
                "appsettings.json",
                """{"Orders":{"Database":{"Password":"p","Replicas":["https://a/","https://b/","https://c/"],"Weights":{"a":1}}}}"""
            )
            .Write(
                "appsettings.Test.json",
                """{"Orders":{"Database":{"Replicas":["https://d/"],"Weights":{"b":2}}}}"""
            );
        using var services = _folder.Services();

        var options = services.GetRequiredService<Live<DatabaseOptions>>().Current;

        Assert.Equal([new Uri("https://d/")], options.Replicas);
        Assert.Equal(["a", "b"], options.Weights.Keys.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Sources_keep_the_order_of_the_host()
    {
        _folder
            .Write("appsettings.json", """{"Orders":{"Database":{"Password":"p","PoolSize":1}}}""")
            .Write("appsettings.Test.json", """{"Orders":{"Database":{"PoolSize":2}}}""");

        using var files = _folder.Services();
        Assert.Equal(2, files.GetRequiredService<Live<DatabaseOptions>>().Current.PoolSize);

        using var arguments = _folder.Services("--Orders:Database:PoolSize=3");
        Assert.Equal(3, arguments.GetRequiredService<Live<DatabaseOptions>>().Current.PoolSize);
    }

    [Fact]
    public void What_is_added_after_AddCommonConfig_still_counts()
    {
        var configuration = _folder.Configuration("--Orders:Database:Password=p");
        using var services = ConfigFolder.Services(configuration);
        configuration.AddInMemoryCollection(
            new Dictionary<string, string?> { ["orders:database:poolsize"] = "7" }
        );

        Assert.Equal(7, services.GetRequiredService<Live<DatabaseOptions>>().Current.PoolSize);
    }

    [Fact]
    public void Configure_PostConfigure_and_validators_of_the_service_still_run()
    {
        var configuration = _folder.Configuration("--Orders:Database:Password=p");
        using var services = ConfigFolder.Services(
            configuration,
            s =>
            {
                s.Configure<MutableOptions>(o => o.Name += "+configured");
                s.PostConfigure<MutableOptions>(o => o.Name += "+after");
                s.AddOptions<MutableOptions>()
                    .Validate(o => o.Name.Length < 5, "The name is too long.")
                    .ValidateOnStart();
            }
        );

        var exception = Assert.Throws<ConfigException>(
            services.GetRequiredService<IStartupValidator>().Validate
        );

        Assert.Equal(
            "The configuration is wrong: Orders:Mutable is wrong: The name is too long.",
            exception.Message
        );
    }
}
