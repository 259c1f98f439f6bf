using System.Diagnostics;
using System.Globalization;
using Common.Config.Internal;
using Common.Config.Internal.Explaining;

namespace Common.Config.Tests;

public sealed class ExplainTests : IDisposable
{
    private readonly ConfigFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Every_option_is_explained_those_with_their_defaults_too()
    {
        using var service = new RunningConfig(
            _folder,
            null,
            "--Orders:Database:Password=hunter2",
            "--Orders:Database:CommandTimeout=1s"
        );

        var values = service.Get<ConfigExplainer>().Explain();

        var timeout = values.Single(v => v.Key == "Orders:Database:StatementTimeout");
        Assert.Equal(
            [
                new ConfigValueSource(
                    "\"1s\"",
                    "argument --Orders:Database:CommandTimeout",
                    "Orders:Database:CommandTimeout"
                ),
            ],
            timeout.Sources
        );
        var poolSize = values.Single(v => v.Key == "Orders:Database:PoolSize");
        Assert.Equal([new ConfigValueSource("100", "the default", null)], poolSize.Sources);
        Assert.DoesNotContain(
            values,
            v => v.Sources.Any(s => s.Value.Contains("hunter2", StringComparison.Ordinal))
        );
    }

    [Fact]
    public void Signal_that_comes_while_the_service_ends_throws_nothing()
    {
        using var service = new RunningConfig(_folder, null, "--Orders:Database:Password=p");
        var store = service.Get<ConfigStore>();
        service.Dispose();

        ExplainSignal.Explain(store, () => throw new ObjectDisposedException("services"));
        store.Reload();
    }

    [Fact]
    public void Of_a_list_or_a_secret_that_is_replaced_whole_nothing_of_lower_sources_is_left()
    {
        _folder
            .Write(
                "appsettings.json",
                """{"Orders":{"Live":{"Key":{"File":"/run/key"} },"Database":{"Replicas":["http://a/","http://b/"]} } }"""
            )
            .Write("config.d/a.json", """{"Orders":{"Live":{"Key":"k"} } }""");
        using var service = new RunningConfig(
            _folder,
            null,
            "--Orders:Database:Password=p",
            "--Orders:Database:Replicas:1=http://c/"
        );

        var values = service.Get<ConfigExplainer>().Explain();

        Assert.Equal(
            ["Orders:Database:Replicas:1", "Orders:Live:Key"],
            values
                .Select(v => v.Key)
                .Where(key =>
                    key.StartsWith("Orders:Database:Replicas", StringComparison.Ordinal)
                    || key.StartsWith("Orders:Live:Key", StringComparison.Ordinal)
                        && !key.EndsWith("Keys", StringComparison.Ordinal)
                )
        );
        Assert.Equal(
            ["\"http://c/\"", "\"http://b/\""],
            values
                .Single(v => v.Key == "Orders:Database:Replicas:1")
                .Sources.Select(source => source.Value)
        );
    }

    [Theory]
    [InlineData("--Orders:Mirror:Left=1", "Orders:Mirror:Shard=(none)")]
    [InlineData(
        "--Orders:Mirror:Shard:Name=x",
        "Orders:Mirror:Shard:Name=\"x\" Orders:Mirror:Shard:Copies=1"
    )]
    public void A_section_that_may_be_absent_has_options_only_where_it_is_there(
        string argument,
        string expected
    )
    {
        using var service = new RunningConfig(
            _folder,
            null,
            "--Orders:Database:Password=p",
            argument
        );

        Assert.Equal(
            expected,
            string.Join(
                ' ',
                service
                    .Get<ConfigExplainer>()
                    .Explain()
                    .Where(v => v.Key.StartsWith("Orders:Mirror:Shard", StringComparison.Ordinal))
                    .Select(v => $"{v.Key}={v.Sources[0].Value}")
            )
        );
    }

    [Fact]
    public void What_is_named_like_a_secret_is_masked_by_its_older_name_too()
    {
        const string Older = "--Orders:Old:Sign=";
        using var service = new RunningConfig(
            _folder,
            null,
            "--Orders:Database:Password=p",
            Older + "hunter2"
        );

        var value = service
            .Get<ConfigExplainer>()
            .Explain()
            .Single(v => v.Key == "Orders:Live:ApiKey");

        Assert.Equal(
            new ConfigValueSource("***", "argument --Orders:Old:Sign", "Orders:Old:Sign"),
            value.Sources[0]
        );
        Assert.Equal(
            [
                "argument --Orders:Old:Sign: Orders:Old:Sign is ***; it must have at most 10 characters.",
            ],
            _folder.Errors("--Orders:Database:Password=p", Older + "hunter2-hunter2")
        );
    }

    [Fact]
    public void What_waits_for_a_restart_says_what_is_in_use_until_it_is_undone()
    {
        using var service = new RunningConfig(_folder, null, "--Orders:Database:Password=p");
        var explainer = service.Get<ConfigExplainer>();

        _folder.Write("appsettings.json", """{"Orders":{"Live":{"Fixed":5}}}""");
        service.TickTwice();

        var waiting = explainer.Explain().Single(v => v.Key == "Orders:Live:Fixed");
        Assert.Equal("\"5\"", waiting.Sources[0].Value);
        Assert.Equal("(default)", waiting.InUse);
        Assert.Equal(1, service.Options.Fixed);

        _folder.Write("appsettings.json", "{}");
        service.TickTwice();

        Assert.Null(explainer.Explain().Single(v => v.Key == "Orders:Live:Fixed").InUse);
    }

    [Fact]
    public void Plain_texts_and_connection_strings_go_through_the_masking_of_the_log()
    {
        using var service = new RunningConfig(
            _folder,
            null,
            "--Orders:Database:Password=p",
            "--Orders:Live:Text=Server=db;Password=hunter2;Timeout=5"
        );

        var text = service
            .Get<ConfigExplainer>()
            .Explain()
            .Single(v => v.Key == "Orders:Live:Text");

        Assert.Equal("\"Server=db;Password=***;Timeout=5\"", text.Sources[0].Value);
    }

    [Theory]
    [InlineData("ConnectionStrings:Main", "x", "***")]
    [InlineData("Orders:Partners:ApiKeys:0", "x", "***")]
    [InlineData("Orders:Partner:ApiKey", "x", "***")]
    [InlineData("Orders:Token:Lifetime", "5m", "5m")]
    [InlineData("Orders:PasswordLength", "5", "5")]
    [InlineData("Orders:Url", "https://a:hunter2@host/", "https://a:***@host/")]
    public void What_is_named_like_a_secret_is_masked(string key, string value, string expected) =>
        Assert.Equal(expected, Internal.ValueMask.Apply(key, value));

    [Fact]
    public async Task A_running_service_explains_itself_to_its_log_when_it_is_asked()
    {
        using var service = new RunningConfig(_folder, null, "--Orders:Database:Password=hunter2");
        using var kill = Process.Start(
            "kill",
            ["-URG", Environment.ProcessId.ToString(CultureInfo.InvariantCulture)]
        );
        await kill.WaitForExitAsync(TestContext.Current.CancellationToken);

        const string Line =
            "Information config.explained option=Orders:Database:PoolSize setting=100 source=the default overrode= in_use=";
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(
            TestContext.Current.CancellationToken
        );
        patience.CancelAfter(TimeSpan.FromSeconds(60));
        while (!service.Log.Lines.Contains(Line))
        {
            await Task.Delay(TimeSpan.FromMilliseconds(10), patience.Token);
        }

        Assert.Contains(
            "Information config.explained option=Orders:Database:Password setting=*** source=argument --Orders:Database:Password overrode= in_use=",
            service.Log.Lines
        );
        Assert.DoesNotContain(
            service.Log.Lines,
            l => l.Contains("hunter2", StringComparison.Ordinal)
        );
    }
}
