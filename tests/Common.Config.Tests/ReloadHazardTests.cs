using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Primitives;

namespace Common.Config.Tests;

/// <summary>What goes wrong around a reload: half-written files, many writers, validators that fail, secrets in odd places.</summary>
public sealed class ReloadHazardTests : IDisposable
{
    private const string Password = "--Orders:Database:Password=p";

    private readonly ConfigFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_file_that_is_being_written_is_read_when_it_is_whole()
    {
        Write(1);
        using var service = new RunningConfig(_folder, null, Password);

        foreach (var part in new[] { "", "{\"Orders\":", "{\"Orders\":{\"Live\":{\"Left\":2" })
        {
            _folder.Write("appsettings.json", part);
            service.Time.Tick();
        }

        Write(2);
        service.Time.Tick();
        Assert.Equal(1, service.Options.Left);
        service.Time.Tick();

        Assert.Equal(2, service.Options.Left);
        Assert.Equal(
            [
                "Information config.reloaded options=2 changes=Orders:Live:Left: \"1\" -> \"2\"; Orders:Live:Right: \"1\" -> \"2\"",
            ],
            service.Log.Lines
        );
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_validator_of_the_service_that_refuses_or_throws_keeps_the_last_good_values(
        bool throws
    )
    {
        Write(1);
        using var service = new RunningConfig(
            _folder,
            s =>
                s.AddOptions<ReloadedOptions>()
                    .Validate(
                        o =>
                            o.Left < 2
                            || (throws ? throw new InvalidOperationException("defect") : false),
                        "Left must be below 2."
                    ),
            Password
        );

        Write(2);
        service.TickTwice();

        Assert.Equal(1, service.Options.Left);
        Assert.Equal("1", service.Configuration["Orders:Live:Left"]);
        Assert.Equal(
            [
                throws
                    ? "Warning config.reload_refused errors=defect"
                    : "Warning config.reload_refused errors=Orders:Live is wrong: Left must be below 2.",
            ],
            service.Log.Lines
        );
    }

    [Fact]
    public void Those_who_configure_options_change_only_the_sections_that_are_read_anew()
    {
        Write(1);
        using var service = new RunningConfig(
            _folder,
            s => s.Configure<MutableOptions>(o => o.Name += "+"),
            Password
        );
        var names = service.Get<IOptionsMonitor<MutableOptions>>();

        Write(2);
        service.TickTwice();
        Assert.Equal("name+", names.CurrentValue.Name);
        Assert.Equal(2, service.Options.Left);
    }

    [Fact]
    public void One_who_listens_to_the_configuration_and_throws_stops_nobody()
    {
        Write(1);
        using var service = new RunningConfig(_folder, null, Password);
        using var listening = ChangeToken.OnChange(
            ((IConfiguration)service.Configuration).GetReloadToken,
            () => throw new InvalidOperationException("defect")
        );
        var seen = new List<int>();
        using var handler = service
            .Get<Live<ReloadedOptions>>()
            .OnChange(live => seen.Add(live.Current.Left));

        Write(2);
        service.TickTwice();

        Assert.Equal([2], seen);
        Assert.StartsWith(
            "Error config.handler_failed ",
            service.Log.Lines[0],
            StringComparison.Ordinal
        );
        Assert.StartsWith(
            "Information config.reloaded ",
            service.Log.Lines[1],
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void A_secret_whose_file_comes_after_the_change_that_names_it_is_taken_when_it_comes()
    {
        Write(1);
        using var service = new RunningConfig(_folder, null, Password);
        var late = _folder.File("late").Replace("\\", "/", StringComparison.Ordinal);
        _folder.Write(
            "appsettings.json",
            $$"""{"Orders":{"Live":{"Left":2,"Right":2,"Key":{"File":"{{late}}"} } } }"""
        );
        service.TickTwice();
        service.TickTwice();
        Assert.Equal(1, service.Options.Left);
        Assert.Single(service.Log.Lines); // of the refusal, once

        _folder.Write("late", "one");
        service.TickTwice();

        Assert.Equal("one", service.Options.Key!.Reveal());
    }

    [Fact]
    public void A_secret_within_a_dictionary_rotates_and_one_that_may_not_change_stays()
    {
        _folder
            .Write("a", "one")
            .Write("b", "one")
            .Write(
                "appsettings.json",
                $$"""
                { "Orders": { "Live": {
                  "Keys": { "x": { "File": "{{Json("a")}}" } },
                  "FixedKeys": [ { "File": "{{Json("b")}}" } ] } } }
                """
            );
        using var service = new RunningConfig(_folder, null, Password);

        _folder.Write("a", "two").Write("b", "two");
        service.TickTwice();

        Assert.Equal("two", service.Options.Keys["x"].Reveal());
        Assert.Equal("one", service.Options.FixedKeys[0].Reveal());
        Assert.Equal(
            [
                "Information config.reloaded options=1 changes=Orders:Live:Keys: *** -> ***",
                "Warning config.restart_needed option=Orders:Live:FixedKeys change=*** -> ***",
            ],
            service.Log.Lines
        );

        _folder.Write("b", "one");
        service.TickTwice();
        _folder.Write("b", "three");
        service.TickTwice();
        Assert.Equal("one", service.Options.FixedKeys[0].Reveal());
        Assert.Equal(
            2,
            service.Log.Lines.Count(l => l.Contains("restart_needed", StringComparison.Ordinal))
        );
    }

    private string Json(string name) =>
        _folder.File(name).Replace("\\", "/", StringComparison.Ordinal);

    private static string Text(int value) =>
        $$"""{"Orders":{"Live":{"Left":{{value}},"Right":{{value}} } } }""";

    private void Write(int value) => _folder.Write("appsettings.json", Text(value));
}
