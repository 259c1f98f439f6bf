namespace Common.Packages.Tests;

/// <summary>A service that gets Common only through its team's own library.</summary>
public sealed class LibraryConsumerTests(Feeds feeds)
{
    [Theory]
    [MemberData(nameof(Feeds.Prefixes), MemberType = typeof(Feeds))]
    public async Task A_service_two_steps_away_builds_runs_and_gets_the_generators_and_analyzers(
        string prefix
    )
    {
        var feed = await feeds.GetAsync(prefix);
        var library = Consumer
            .Create(feed, "Team", "Microsoft.NET.Sdk", ["Common.Hosting"], properties: "")
            .With("Team.cs", Greeter.Declarations("Team", "Team", 1002, "team.greeting.sent"))
            .With(
                "TeamExtensions.cs",
                """
                using Microsoft.Extensions.Hosting;

                namespace Team;

                public static class TeamExtensions
                {
                    public static void AddTeam(this IHostApplicationBuilder builder) => builder.AddCommon("greeter");
                }
                """
            );
        var service = Consumer
            .Create(
                feed,
                "Greeter",
                "Microsoft.NET.Sdk",
                [$"""<ProjectReference Include="{library.Folder}/Team.csproj" />""", Greeter.Host]
            )
            .With("Greeting.cs", Greeter.Declarations("Greeter", "Greeting", 1001, "greeting.sent"))
            .With("Wrong.cs", Greeter.ReadsTheMachinesClock)
            .With("Program.cs", Greeter.Job("builder.AddTeam();", "using Team;"));
        (await service.BuildAsync()).MustSucceed();

        var greeted = (
            await service.RunAsync("--Greeting:Name=Ann", "--Team:Name=Bob")
        ).MustSucceed();
        Assert.Contains(
            " greeting.sent: Greeting sent name=Ann",
            greeted.Output,
            StringComparison.Ordinal
        );

        // The options of the library are declared too: a misspelt key of theirs is found as well.
        Assert.Equal(78, (await service.RunAsync("--Team:Nmae=Bob")).ExitCode);

        var enforced = await service.BuildAsync("-property:CommonRules=Enforce");
        Assert.NotEqual(0, enforced.ExitCode);
        Assert.Contains("Wrong.cs", enforced.Output, StringComparison.Ordinal);
        Assert.Contains("error CMN4001", enforced.Output, StringComparison.Ordinal);
    }
}
