namespace Common.Packages.Tests;

/// <summary>A console job that references the packages. It is built once for each prefix.</summary>
public sealed class ConsoleConsumerTests(Feeds feeds, ConsoleConsumerTests.Jobs jobs)
    : IClassFixture<ConsoleConsumerTests.Jobs>
{
    [Theory]
    [MemberData(nameof(Feeds.Prefixes), MemberType = typeof(Feeds))]
    public async Task A_console_job_builds_runs_and_gets_no_web_server(string prefix)
    {
        var consumer = await jobs.GetAsync(feeds, prefix);

        var greeted = (await consumer.RunAsync("--Greeting:Name=Ann")).MustSucceed();
        Assert.Contains(" greeter[", greeted.Output, StringComparison.Ordinal);
        Assert.Contains(
            " greeting.sent: Greeting sent name=Ann",
            greeted.Output,
            StringComparison.Ordinal
        );

        foreach (var file in (string[])["Greeter.runtimeconfig.json", "Greeter.deps.json"])
        {
            var text = await File.ReadAllTextAsync(
                consumer.Output(file),
                TestContext.Current.CancellationToken
            );
            Assert.DoesNotContain("AspNetCore", text, StringComparison.Ordinal);
        }
    }

    [Theory]
    [MemberData(nameof(Feeds.Prefixes), MemberType = typeof(Feeds))]
    public async Task A_console_job_with_a_misspelt_key_does_not_start(string prefix)
    {
        var consumer = await jobs.GetAsync(feeds, prefix);

        var refused = await consumer.RunAsync("--Greeting:Nmae=Ann");
        Assert.Equal(78, refused.ExitCode);
        Assert.Contains("Greeting:Nmae", refused.Output, StringComparison.Ordinal);
        Assert.Contains("Greeting:Name", refused.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("Unhandled exception", refused.Error, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Feeds.Prefixes), MemberType = typeof(Feeds))]
    public async Task A_console_job_gets_the_analyzers(string prefix)
    {
        var consumer = await jobs.GetAsync(feeds, prefix); // guidance turned no build red by itself

        var enforced = await consumer.BuildAsync("-property:CommonRules=Enforce");
        Assert.NotEqual(0, enforced.ExitCode);
        Assert.Contains("error CMN4001", enforced.Output, StringComparison.Ordinal);
    }

    /// <summary>The built jobs.</summary>
    public sealed class Jobs
    {
        private readonly Dictionary<string, Consumer> _built = [];

        /// <summary>The job of a prefix. The tests of a class run one after the other.</summary>
        internal async Task<Consumer> GetAsync(Feeds feeds, string prefix)
        {
            if (_built.TryGetValue(prefix, out var job))
                return job;

            job = Consumer
                .Create(
                    await feeds.GetAsync(prefix),
                    "Greeter",
                    "Microsoft.NET.Sdk",
                    ["Common.Hosting", Greeter.Host]
                )
                .With(
                    "Greeting.cs",
                    Greeter.Declarations("Greeter", "Greeting", 1001, "greeting.sent")
                )
                .With("Wrong.cs", Greeter.ReadsTheMachinesClock)
                .With("Program.cs", Greeter.Job());
            (await job.BuildAsync()).MustSucceed();
            _built.Add(prefix, job);
            return job;
        }
    }
}
