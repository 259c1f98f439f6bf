namespace Common.Packages.Tests;

/// <summary>A web service that references the packages and copies an incubating module in, with the packed tool.</summary>
public sealed class WebConsumerTests(Feeds feeds)
{
    // Asks itself, so that the test needs no free port and no waiting.
    private const string Program = """
        using Greeter.Incubator.Web;

        var builder = WebApplication.CreateBuilder(args);
        builder.AddCommon("greeter");
        builder.AddCommonWeb();
        var app = builder.Build();
        app.Urls.Add("http://127.0.0.1:0");
        app.MapGet("/greeting", () => "Hello");
        app.MapGet("/defect", string () => throw new InvalidOperationException("inner detail"));
        await app.StartAsync();
        using (var http = new HttpClient { BaseAddress = new Uri(app.Urls.First()) })
        {
            using var greeting = await http.GetAsync("/greeting");
            Console.WriteLine($"answer {(int)greeting.StatusCode} {string.Join(',', greeting.Headers.GetValues("X-Request-ID"))}");
            using var defect = await http.GetAsync("/defect");
            Console.WriteLine($"answer {(int)defect.StatusCode} {defect.Content.Headers.ContentType?.MediaType} {await defect.Content.ReadAsStringAsync()}");
        }
        await app.StopAsync();
        """;

    [Theory]
    [MemberData(nameof(Feeds.Prefixes), MemberType = typeof(Feeds))]
    public async Task A_web_service_with_a_copied_module_builds_and_answers(string prefix)
    {
        var feed = await feeds.GetAsync(prefix);
        var consumer = Consumer
            .Create(feed, "Greeter", "Microsoft.NET.Sdk.Web", ["Common.Hosting"])
            .With("Program.cs", Program);
        var tool = await InstallToolAsync(feed, consumer);
        (
            await Command.RunAsync(
                tool,
                consumer.Folder,
                ["incubator", "add", "web", "--project", consumer.Folder]
            )
        ).MustSucceed();
        (await consumer.BuildAsync()).MustSucceed();

        var output = (await consumer.RunAsync()).MustSucceed().Output;
        Assert.Matches("(?m)^answer 200 req-[0-9a-f-]{36}$", output);
        var defect = output
            .Split('\n')
            .Single(l => l.StartsWith("answer 500", StringComparison.Ordinal));
        Assert.StartsWith(
            "answer 500 application/problem+json {",
            defect,
            StringComparison.Ordinal
        );
        Assert.DoesNotContain("inner detail", defect, StringComparison.Ordinal);

        (
            await Command.RunAsync(
                tool,
                consumer.Folder,
                ["incubator", "check", "--project", consumer.Folder]
            )
        ).MustSucceed();
    }

    private static async Task<string> InstallToolAsync(Feed feed, Consumer consumer)
    {
        var folder = Path.Combine(consumer.Folder, "..", "tool");
        var installed = await Command.DotNetAsync(
            consumer.Folder,
            "tool",
            "install",
            $"{feed.Prefix}Common.Tool",
            "--version",
            feed.Version,
            "--tool-path",
            folder
        );
        installed.MustSucceed();
        return Path.Combine(folder, OperatingSystem.IsWindows() ? "common.exe" : "common");
    }
}
