namespace Common.Config.Tests;

/// <summary>Where options come from beside appsettings.json, the environment and the command line.</summary>
public sealed class SourceTests : IDisposable
{
    private const string Password = "--Orders:Database:Password=p";

    private readonly ConfigFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Files_of_config_d_are_read_in_the_ordinal_order_of_their_names_after_the_other_files()
    {
        _folder
            .Write("appsettings.json", Live(1))
            .Write("config.d/B.json", Live(3))
            .Write("config.d/a.json", Live(4)) // after B: lower case follows upper case
            .Write("config.d/10.json", Live(2))
            .Write("config.d/z.txt", Live(9));
        using var service = new RunningConfig(_folder, null, Password);

        Assert.Equal(4, service.Options.Left);
        File.Delete(_folder.File("config.d/a.json"));
        service.TickTwice();
        Assert.Equal(3, service.Options.Left);
        File.Delete(_folder.File("config.d/B.json"));
        service.TickTwice();
        Assert.Equal(2, service.Options.Left);
        _folder.Write("config.d/9.json", Live(5));
        service.TickTwice();
        Assert.Equal(5, service.Options.Left);
        Directory.Delete(_folder.File("config.d"), recursive: true);
        service.TickTwice();
        Assert.Equal(1, service.Options.Left);
    }

    [Fact]
    public void Config_d_may_lie_elsewhere()
    {
        _folder
            .Write("appsettings.json", """{"Common":{"Config":{"Directory":"conf/parts"}}}""")
            .Write("config.d/a.json", Live(1))
            .Write("conf/parts/a.json", Live(2));
        using var service = new RunningConfig(_folder, null, Password);

        Assert.Equal(2, service.Options.Left);
    }

    [Fact]
    public void The_environment_and_the_command_line_override_config_d()
    {
        _folder.Write("config.d/a.json", Live(1));
        using var service = new RunningConfig(
            _folder,
            null,
            Password,
            "--Orders:Live:Left=2",
            "--Orders:Live:Right=2"
        );

        Assert.Equal(2, service.Options.Left);
    }

    [Fact]
    public void A_folder_may_hold_a_file_for_each_option()
    {
        _folder
            .Write(
                "appsettings.json",
                """{"Common":{"Config":{"KeyPerFile":"secrets"}},"Orders":{"Live":{"Text":"file"}}}"""
            )
            .Write("secrets/Orders__Database__Password", "hunter2\n")
            .Write("secrets/Orders__Live__Text", "${not a reference}")
            .Write("secrets/.hidden", "x")
            .Write("secrets/Other", "nobody's");
        using var service = new RunningConfig(_folder);

        Assert.Equal("hunter2", service.Get<Live<DatabaseOptions>>().Current.Password.Reveal());
        Assert.Equal("${not a reference}", service.Options.Text);
        var explained = service
            .Get<ConfigExplainer>()
            .Explain()
            .Single(value => value.Key == "Orders:Database:Password");
        Assert.Equal(
            [
                new ConfigValueSource(
                    "***",
                    _folder.File("secrets/Orders__Database__Password"),
                    null
                ),
            ],
            explained.Sources
        );
    }

    [Fact]
    public void A_file_for_one_option_that_is_swapped_by_a_link_is_a_change()
    {
        _folder
            .Write("appsettings.json", """{"Common":{"Config":{"KeyPerFile":"secrets"}}}""")
            .Write("secrets/..v1/Orders__Live__Key", "one")
            .Write("secrets/..v2/Orders__Live__Key", "two");
        var data = _folder.File("secrets/..data");
        Directory.CreateSymbolicLink(data, "..v1");
        File.CreateSymbolicLink(
            _folder.File("secrets/Orders__Live__Key"),
            Path.Combine("..data", "Orders__Live__Key")
        );
        using var service = new RunningConfig(_folder, null, Password);
        Assert.Equal("one", service.Options.Key!.Reveal());

        Directory.Delete(data);
        Directory.CreateSymbolicLink(data, "..v2");
        service.TickTwice();

        Assert.Equal("two", service.Options.Key!.Reveal());
        Assert.Contains(
            "Information config.reloaded options=1 changes=Orders:Live:Key: *** -> ***",
            service.Log.Lines
        );
    }

    [Fact]
    public void An_unknown_key_in_a_file_of_its_own_is_named_by_the_file()
    {
        _folder
            .Write("appsettings.json", """{"Common":{"Config":{"KeyPerFile":"secrets"}}}""")
            .Write("secrets/Orders__Database__Pasword", "hunter2");

        Assert.Equal(
            "secrets/Orders__Database__Pasword: Orders:Database:Pasword is no known key; did you mean Orders:Database:Password?",
            Assert
                .Single(_folder.Errors(Password))
                .Replace('\\', '/')
                .Split(" Common:Config", StringSplitOptions.None)[0]
        );
    }

    [Fact]
    public void A_folder_in_the_place_of_a_file_is_said_so()
    {
        Directory.CreateDirectory(_folder.File("appsettings.json"));

        var exception = Assert.Throws<ConfigException>(() => _folder.Services(Password));

        Assert.Equal(
            $"The configuration is wrong: {_folder.File("appsettings.json")}: The file cannot be read: it must be a file that the service may open.",
            exception.Message
        );
    }

    [Theory]
    [InlineData("config.d/.#orders.json", null)] // as an editor marks a file that is open
    [InlineData("config.d/orders.json", "config.d/orders.json")]
    [InlineData("secrets/Orders__Live__Left", "secrets/Orders__Live__Left")]
    public void A_link_that_leads_nowhere_is_said_so(string link, string? named)
    {
        _folder
            .Write("appsettings.json", """{"Common":{"Config":{"KeyPerFile":"secrets"}}}""")
            .Write("config.d/a.json", Live(1));
        Directory.CreateDirectory(_folder.File("secrets"));
        File.CreateSymbolicLink(_folder.File(link), _folder.File("nowhere"));

        var exception = Record.Exception(() => _folder.Services(Password).Dispose());

        Assert.Equal(
            named is null
                ? null
                : $"The configuration is wrong: {_folder.File(named)}: The file cannot be read: it must be a file that the service may open.",
            exception?.Message
        );
    }

    private static string Live(int value) =>
        $$"""{"Orders":{"Live":{"Left":{{value}},"Right":{{value}} } } }""";
}
