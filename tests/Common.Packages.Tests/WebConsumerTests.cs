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

    // As Directory.Packages.props has it.
    private const string Tokens =
        """<PackageReference Include="Microsoft.IdentityModel.JsonWebTokens" Version="8.16.0" />""";

    private static readonly string[] Issuer =
    [
        "--Common:Auth:Tokens:Issuer=https://issuer.example",
        "--Common:Auth:Tokens:Audience=greeter",
        "--Common:Auth:Tokens:Algorithms:0=ES256",
    ];

    [Theory]
    [MemberData(nameof(Feeds.Prefixes), MemberType = typeof(Feeds))]
    public async Task A_web_service_with_all_modules_copied_builds_and_answers(string prefix)
    {
        var feed = await feeds.GetAsync(prefix);
        var consumer = Consumer
            .Create(feed, "Greeter", "Microsoft.NET.Sdk.Web", ["Common.Hosting", Tokens])
            .With("Program.cs", Program);
        var tool = await InstallToolAsync(feed, consumer);
        await RunAsync(0, "add", "auth", "plugins"); // and web, which auth needs
        (await consumer.BuildAsync()).MustSucceed();

        var output = (await consumer.RunAsync(Issuer)).MustSucceed().Output;
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

        await RunAsync(0, "check");
        if (prefix.Length > 0)
        {
            return; // the rest has nothing to do with the prefix
        }

        var needed = await RunAsync(3, "remove", "web");
        Assert.Contains(
            "auth needs web, so its copy stays.",
            needed.Error,
            StringComparison.Ordinal
        );
        consumer.With(
            "common.json",
            """
            {
              "schema": 1,
              "rootNamespace": "Acme.Greetings",
              "visibility": "internal",
              "modules": { "auth": {}, "plugins": {} }
            }
            """
        );
        consumer.With(
            "Program.cs",
            Program.Replace(
                "Greeter.Incubator",
                "Acme.Greetings.Incubator",
                StringComparison.Ordinal
            )
        );
        await RunAsync(0, "update");
        (await consumer.BuildAsync()).MustSucceed();
        var before = Copies(consumer);
        await RunAsync(0, "update");
        await RunAsync(0, "add", "auth", "plugins");
        Assert.Equal(before, Copies(consumer));
        await RunAsync(0, "remove", "auth");
        Assert.Equal(["Plugins"], Modules(consumer)); // web went with what needed it

        async Task<CommandResult> RunAsync(int exitCode, params IReadOnlyList<string> arguments)
        {
            var run = await Command.RunAsync(
                tool,
                consumer.Folder,
                ["incubator", .. arguments, "--project", consumer.Folder]
            );
            Assert.True(run.ExitCode == exitCode, $"expected {exitCode}: {run}");
            return run;
        }
    }

    private static IEnumerable<string?> Modules(Consumer consumer) =>
        Directory
            .EnumerateDirectories(Path.Combine(consumer.Folder, "Incubator"))
            .Select(folder => Path.GetFileName(folder));

    private static Dictionary<string, string> Copies(Consumer consumer) =>
        Directory
            .EnumerateFiles(
                Path.Combine(consumer.Folder, "Incubator"),
                "*",
                SearchOption.AllDirectories
            )
            .ToDictionary(file => file, File.ReadAllText);

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
