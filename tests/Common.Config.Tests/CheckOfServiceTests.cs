using Common.Config.Catalogue;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Common.Config.Tests;

/// <summary>What <c>check</c> of a service's own executable asks of the service when it is built.</summary>
public sealed class CheckOfServiceTests : IDisposable
{
    private readonly ConfigFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void The_validators_of_the_service_are_asked_of_the_files_and_not_of_its_own()
    {
        _folder
            .Write(
                "appsettings.json",
                """{"Orders":{"Live":{"Left":99,"Right":99,"Nonsense":1}}}"""
            )
            .Write("config.d/a.json", """{"Orders":{"Live":{"Left":98,"Right":98}}}""")
            .Write(
                "new.json",
                """{"Orders":{"Database":{"Password":"p"},"Live":{"Left":2,"Right":2}}}"""
            );
        int? seen = null;

        var (code, text) = Check(
            s =>
            {
                s.AddOptions<ReloadedOptions>()
                    .Validate(o => (seen = o.Left) < 2, "Left must be below 2.");
                s.AddOptions<PlainOptions>()
                    .Validate(static _ => false, "Plain is wrong with Password=hunter2.")
                    .ValidateOnStart();
            },
            "new.json"
        );

        Assert.Equal(2, seen);
        Assert.Equal(
            (
                1,
                """
                error: Orders:Live is wrong: Left must be below 2.
                error: PlainOptions is wrong: Plain is wrong with Password=***.

                """.ReplaceLineEndings("\n")
            ),
            (code, text)
        );
    }

    [Fact]
    public void The_errors_are_those_of_the_start()
    {
        _folder.Write(
            "appsettings.json",
            """{"Orders":{"Database":{"Password":"p"},"Live":{"Left":2,"Right":2}}}"""
        );
        Action<IServiceCollection> register = s =>
            s.AddOptions<ReloadedOptions>().Validate(o => o.Left < 2, "Left must be below 2.");
        using var started = ConfigFolder.Services(_folder.Configuration(), register);
        var refusal = Assert.Throws<ConfigException>(
            started.GetRequiredService<IStartupValidator>().Validate
        );

        var (_, text) = Check(register, "appsettings.json");

        Assert.Equal($"error: {Assert.Single(refusal.Errors)}\n", text);
    }

    [Fact]
    public void A_validator_that_throws_is_an_error()
    {
        _folder.Write("new.json", """{"Orders":{"Database":{"Password":"p"}}}""");

        var (code, text) = Check(
            s =>
                s.AddOptions<ReloadedOptions>()
                    .Validate(static _ => throw new InvalidOperationException("Defect.")),
            "new.json"
        );

        Assert.Equal(
            (1, "error: A validator of the service threw InvalidOperationException: Defect.\n"),
            (code, text)
        );
    }

    [Fact]
    public void What_is_right_is_said_so_with_the_warnings()
    {
        _folder.Write(
            "new.json",
            """{"Orders":{"Database":{"Password":"p","CommandTimeout":"1s"}}}"""
        );

        var (code, text) = Check(static _ => { }, "new.json");

        Assert.Equal(
            (
                0,
                $"warning: {_folder.File("new.json")}:1: Orders:Database:CommandTimeout is deprecated since 1.2; use Orders:Database:StatementTimeout.\nNo errors.\n"
            ),
            (code, text)
        );
    }

    [Theory]
    [InlineData("""{"Orders":{"Database":{"Password":"p","PoolSize":0}}}""")]
    [InlineData("nonsense")]
    public void What_is_wrong_already_is_said_without_building_the_service(string json)
    {
        _folder.Write("new.json", json);
        using var configuration = _folder.Configuration();

        Assert.Equal(1, Run(configuration, null, out _, "new.json"));
    }

    private (int Code, string Text) Check(Action<IServiceCollection> register, string file)
    {
        using var configuration = _folder.Configuration("--Orders:Live:Fixed=7");
        using var services = ConfigFolder.Services(configuration, register);
        Func<IServiceProvider, int>? question = null;

        var code = Run(configuration, ask => question = ask, out var text, file);

        Assert.Equal((0, ""), (code, text.ToString()));
        return (question!(services), text.ToString());
    }

    private int Run(
        ConfigurationManager configuration,
        Action<Func<IServiceProvider, int>>? whenBuilt,
        out StringWriter text,
        string file
    )
    {
        text = new StringWriter { NewLine = "\n" };
        return ConfigCommands
            .TryRun(
                ["common", "config", "check", _folder.File(file)],
                configuration,
                "Common.Config.Tests",
                text,
                TextWriter.Null,
                whenBuilt
            )!
            .Value;
    }

    private sealed class PlainOptions;
}
