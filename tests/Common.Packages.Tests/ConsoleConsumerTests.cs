namespace Common.Packages.Tests;

/// <summary>A console job that references the packages.</summary>
public sealed class ConsoleConsumerTests(Feeds feeds)
{
    [Theory]
    [MemberData(nameof(Feeds.Prefixes), MemberType = typeof(Feeds))]
    public async Task A_console_job_builds_runs_and_gets_no_web_server(string prefix)
    {
        var consumer = await JobAsync(prefix);
        (await consumer.BuildAsync()).MustSucceed();

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
        var consumer = await JobAsync(prefix);
        (await consumer.BuildAsync()).MustSucceed();

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
        var consumer = (await JobAsync(prefix)).With("Wrong.cs", Greeter.ReadsTheMachinesClock);
        (await consumer.BuildAsync()).MustSucceed(); // guidance turns no build red by itself

        var enforced = await consumer.BuildAsync("-property:CommonRules=Enforce");
        Assert.NotEqual(0, enforced.ExitCode);
        Assert.Contains("error CMN4001", enforced.Output, StringComparison.Ordinal);
    }

    private async Task<Consumer> JobAsync(string prefix) =>
        Consumer
            .Create(
                await feeds.GetAsync(prefix),
                "Greeter",
                "Microsoft.NET.Sdk",
                ["Common.Hosting", Greeter.Host]
            )
            .With("Greeting.cs", Greeter.Declarations("Greeter", "Greeting", 1001, "greeting.sent"))
            .With("Program.cs", Greeter.Job());
}
