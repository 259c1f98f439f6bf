using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Common.Config.Tests;

public sealed class ReloadTests : IDisposable
{
    private readonly ConfigFolder _folder = new();
    private readonly TestTime _time = new();
    private readonly LogLines _log = new();

    public void Dispose()
    {
        _folder.Dispose();
        _log.Dispose();
    }

    [Fact]
    public void A_file_is_read_again_once_it_has_been_quiet()
    {
        Write(1, 1);
        using var services = Start();
        var live = services.GetRequiredService<Live<ReloadedOptions>>();

        Write(2, 2);
        _time.Tick();
        Assert.Equal(1, live.Current.Left); // it may still be written
        _time.Tick();

        Assert.Equal(2, live.Current.Left);
        Assert.Equal(
            [
                "Information config.reloaded options=3 changes=Orders:Mirror:Left: \"1\" -> \"2\"; Orders:Live:Left: \"1\" -> \"2\"; Orders:Live:Right: \"1\" -> \"2\"",
            ],
            _log.Lines
        );
    }

    [Fact]
    public void Every_view_of_the_platform_shows_the_change()
    {
        Write(1, 1);
        using var services = Start();
        var monitor = services.GetRequiredService<IOptionsMonitor<ReloadedOptions>>();
        var options = services.GetRequiredService<IOptions<ReloadedOptions>>();
        Assert.Equal(1, options.Value.Left);
        using var scope = services.CreateScope();
        var scoped = scope.ServiceProvider.GetRequiredService<IOptionsSnapshot<ReloadedOptions>>();
        Assert.Equal(1, scoped.Value.Left);
        var told = new List<int>();
        using var subscription = monitor.OnChange(o => told.Add(o.Left));

        Change(2, 2);

        Assert.Equal(2, monitor.CurrentValue.Left);
        Assert.Equal([2], told);
        Assert.Equal(1, options.Value.Left); // IOptions is what the service started with
        Assert.Equal(1, scoped.Value.Left); // a scope keeps what it saw
        using var later = services.CreateScope();
        Assert.Equal(
            2,
            later.ServiceProvider.GetRequiredService<IOptionsSnapshot<ReloadedOptions>>().Value.Left
        );
        Assert.Equal("2", services.GetRequiredService<IConfiguration>()["Orders:Live:Left"]);
    }

    [Fact]
    public void A_wrong_change_leaves_every_section_and_the_configuration_itself_as_they_were()
    {
        Write(1, 1);
        using var services = Start();

        _folder.Write(
            "appsettings.json",
            """
            {
              "Orders": { "Database": { "Password": "p" },
                "Live": { "Left": 2, "Right": 3, "Text": "new" } },
            }
            """
        );
        TickTwice();

        var live = services.GetRequiredService<Live<ReloadedOptions>>().Current;
        Assert.Equal((1, 1, ""), (live.Left, live.Right, live.Text));
        Assert.Equal("1", services.GetRequiredService<IConfiguration>()["Orders:Live:Left"]);
        Assert.Equal(
            [
                $"Warning config.reload_refused errors={_folder.File("appsettings.json")}:3: Orders:Live:Left is \"2\"; it must equal Right.",
            ],
            _log.Lines
        );
    }

    [Fact]
    public void A_file_that_is_not_JSON_any_more_leaves_everything_as_it_was()
    {
        Write(1, 1);
        using var services = Start();

        _folder.Write("appsettings.json", "{\n  \"Orders\": {\n    nonsense\n");
        TickTwice();

        Assert.Equal(1, services.GetRequiredService<Live<ReloadedOptions>>().Current.Left);
        Assert.Equal("1", services.GetRequiredService<IConfiguration>()["Orders:Live:Left"]);
        Assert.Equal(
            [
                $"Warning config.reload_refused errors={_folder.File("appsettings.json")}:3: The file is not valid JSON there.",
            ],
            _log.Lines
        );
    }

    [Fact]
    public void An_unknown_key_alone_does_not_block_a_reload()
    {
        Write(1, 1);
        using var services = Start();

        _folder.Write(
            "appsettings.json",
            """{"Orders":{"Database":{"Password":"p"},"Live":{"Left":2,"Right":2,"Rigt":3}}}"""
        );
        TickTwice();

        Assert.Equal(2, services.GetRequiredService<Live<ReloadedOptions>>().Current.Left);
        Assert.Contains(
            _log.Lines,
            l => l.StartsWith("Warning config.unknown_key", StringComparison.Ordinal)
        );
    }

    [Fact]
    public void A_change_to_an_option_that_is_not_reloadable_is_reported_once_and_not_applied()
    {
        Write(1, 1);
        using var services = Start();
        var live = services.GetRequiredService<Live<ReloadedOptions>>();

        Change(2, 2, "\"Fixed\": 5,");
        Change(3, 3, "\"Fixed\": 5,");

        Assert.Equal((3, 1), (live.Current.Left, live.Current.Fixed));
        Assert.Equal(
            ["Warning config.restart_needed option=Orders:Live:Fixed change=(default) -> \"5\""],
            _log.Lines.Where(l => l.Contains("restart", StringComparison.Ordinal))
        );

        Change(4, 4);
        Change(5, 5, "\"Fixed\": 5,");
        Assert.Equal(2, _log.Lines.Count(l => l.Contains("restart", StringComparison.Ordinal)));
    }

    [Fact]
    public void A_handler_that_throws_stops_nobody_else_and_handlers_run_in_order()
    {
        Write(1, 1);
        using var services = Start();
        var live = services.GetRequiredService<Live<ReloadedOptions>>();
        var order = new List<string>();
        using var first = live.OnChange(_ => order.Add("first"));
        using var second = live.OnChange(_ => throw new InvalidOperationException("defect"));
        using var third = live.OnChange(l => order.Add("third " + l.Current.Left));

        Change(2, 2);

        Assert.Equal(["first", "third 2"], order);
        Assert.Contains("Error config.handler_failed  defect", _log.Lines);
    }

    [Fact]
    public void A_link_that_is_swapped_to_another_folder_is_a_change()
    {
        _folder
            .Write("v1/orders.json", """{"Orders":{"Live":{"Left":1,"Right":1}}}""")
            .Write("v2/orders.json", """{"Orders":{"Live":{"Left":2,"Right":2}}}""");
        File.CreateSymbolicLink(_folder.File("..data"), _folder.File("v1"));
        Directory.CreateDirectory(_folder.File("config.d"));
        File.CreateSymbolicLink(
            _folder.File("config.d/orders.json"),
            Path.Combine(_folder.File("..data"), "orders.json")
        );
        using var services = Start("--Orders:Database:Password=p");
        var live = services.GetRequiredService<Live<ReloadedOptions>>();
        Assert.Equal(1, live.Current.Left);

        Directory.Delete(_folder.File("..data"));
        File.CreateSymbolicLink(_folder.File("..data"), _folder.File("v2"));
        TickTwice();

        Assert.Equal(2, live.Current.Left);
    }

    [Fact]
    public void A_rotated_secret_file_is_a_change_and_is_never_shown()
    {
        _folder.Write("key", "one\n");
        var file =
            $"\"Key\": {{\"File\": \"{_folder.File("key").Replace("\\", "/", StringComparison.Ordinal)}\"}},";
        Write(1, 1, file);
        using var services = Start();
        var live = services.GetRequiredService<Live<ReloadedOptions>>();
        Assert.Equal("one", live.Current.Key!.Reveal());

        _folder.Write("key", "two\n");
        TickTwice();

        Assert.Equal("two", live.Current.Key!.Reveal());
        Assert.Equal(
            ["Information config.reloaded options=1 changes=Orders:Live:Key: *** -> ***"],
            _log.Lines
        );
    }

    [Fact]
    public void The_older_name_is_read_and_told_of_once()
    {
        _folder.Write(
            "appsettings.json",
            """{"Orders":{"Database":{"Password":"p"},"Old":{"Left":1},"Live":{"Right":1}}}"""
        );
        using var services = Start();

        Assert.Equal(1, services.GetRequiredService<Live<ReloadedOptions>>().Current.Left);
        Assert.Equal(
            [
                $"Warning config.deprecated_key option=Orders:Old:Left source={_folder.File("appsettings.json")}:1 since=1.2 use=Orders:Live:Left",
            ],
            _log.Lines
        );
    }

    [Fact]
    public void A_secret_on_the_command_line_is_a_warning_wherever_it_belongs()
    {
        _folder.Write("key", "from a file");
        using var services = Start(
            "--Orders:Database:Password=p",
            "--Orders:Live:Keys:x=p",
            $"--Orders:Live:Key:File={_folder.File("key")}", // a path is no secret
            "--Partners:a:Address=https://a.example/",
            "--Partners:a:Key=p"
        );

        Assert.Equal(
            [
                "Warning config.exposed_argument option=Orders:Database:Password",
                "Warning config.exposed_argument option=Orders:Live:Keys:x",
                "Warning config.exposed_argument option=Partners:a:Key",
            ],
            _log.Lines
        );
    }

    [Fact]
    public void A_secret_on_the_command_line_is_seen_there_whatever_a_higher_source_says()
    {
        _folder.Write("appsettings.json", "{}");
        var configuration = new ConfigurationManager();
        configuration.AddCommandLine(["--Orders:Database:Password=p"]);
        configuration.AddInMemoryCollection([new("Orders:Database:Password", "q")]);
        using var services = Start(configuration);

        Assert.Equal(
            ["Warning config.exposed_argument option=Orders:Database:Password"],
            _log.Lines
        );
    }

    private void Write(int left, int right, string more = "") =>
        _folder.Write(
            "appsettings.json",
            $$"""
            {"Orders":{"Database":{"Password":"p"},"Live":{ {{more}} "Left":{{left}},"Right":{{right}} },"Mirror":{"Left":{{left}} } } }
            """
        );

    private void Change(int left, int right, string more = "")
    {
        Write(left, right, more);
        TickTwice();
    }

    private void TickTwice()
    {
        _time.Tick();
        _time.Tick();
    }

    private ServiceProvider Start(params string[] arguments)
    {
        var configuration = new ConfigurationManager();
        configuration.SetBasePath(_folder.Root);
        configuration.AddJsonFile("appsettings.json", optional: true, reloadOnChange: true);
        configuration.AddCommandLine(arguments);
        return Start(configuration);
    }

    private ServiceProvider Start(ConfigurationManager configuration)
    {
        var services = ConfigFolder.Services(
            configuration,
            s =>
            {
                s.AddSingleton<TimeProvider>(_time);
                s.AddLogging(l => l.AddProvider(_log).SetMinimumLevel(LogLevel.Trace));
            }
        );
        services.GetRequiredService<IStartupValidator>().Validate();
        return services;
    }
}
