namespace Common.Packages.Tests.ModuleLife;

/// <summary>A service that has a copy of the house's module, and edits it.</summary>
internal sealed class Shop
{
    public const string Copy = "Incubator/Greet/Greeter.cs";

    private const string Program = """
        using Shop.Incubator.Greet;

        Console.WriteLine(new Greeter().Greet("Ann"));
        Console.WriteLine(Shop.Incubator.Greet.Greeter.Parting + " " + "Bob".Hail());
        Console.WriteLine(typeof(Box<>).Name + " " + new Box<int>(3).Value);

        /// <summary>Stands beside <see cref="Shop.Incubator.Greet.Box{T}"/>.</summary>
        internal static class Beside;
        """;

    private readonly Consumer _consumer;
    private readonly House _house;

    private Shop(Consumer consumer, House house)
    {
        _consumer = consumer;
        _house = house;
    }

    /// <summary>Makes the service. What the house says of its modules reaches the analyzers as files of the build.</summary>
    public static Shop Create(Feed feed, House house)
    {
        var consumer = Consumer
            .Create(
                feed,
                "Shop",
                "Microsoft.NET.Sdk",
                [
                    "Common.Abstractions",
                    """<None Update="Program.cs" /><!--<PackageReference Include="House.Greet" Version="2.0.0" />-->""",
                    """<AdditionalFiles Include="house/**/*.json" />""",
                ],
                "<OutputType>Exe</OutputType><TreatWarningsAsErrors>false</TreatWarningsAsErrors>"
            )
            .With("Program.cs", Program)
            .With(
                "nuget.config",
                $"""
                <configuration>
                  <packageSources>
                    <add key="house" value="{house.Packages}" />
                  </packageSources>
                </configuration>
                """
            );
        return new Shop(consumer, house);
    }

    /// <summary>Takes a release of the house: its tool by the manifest, and what it says of its modules.</summary>
    public async Task TakeAsync(string version, bool first = false)
    {
        IReadOnlyList<string> verb = first
            ? ["install", "--create-manifest-if-needed"]
            : ["update"];
        (
            await Command.DotNetAtHomeAsync(
                _consumer.Feed.Consumers,
                _consumer.Folder,
                ["tool", .. verb, House.Tool, "--version", version]
            )
        ).MustSucceed();
        foreach (var file in (string[])["incubator.json", "greet/module.json"])
        {
            _consumer.With(
                $"house/{file}",
                await File.ReadAllTextAsync(
                    Path.Combine(_house.Incubator, file),
                    TestContext.Current.CancellationToken
                )
            );
        }
    }

    /// <summary>Runs <c>dotnet common incubator …</c> in the service's folder.</summary>
    public async Task<string> RunAsync(int exitCode, params IReadOnlyList<string> arguments)
    {
        var run = await Command.DotNetAtHomeAsync(
            _consumer.Feed.Consumers,
            _consumer.Folder,
            ["common", "incubator", .. arguments]
        );
        Assert.True(run.ExitCode == exitCode, $"expected {exitCode}: {run}");
        Assert.DoesNotContain('\r', run.Output); // no progress where nobody watches
        Assert.DoesNotContain('\u001b', run.Output);
        return run.Output + run.Error;
    }

    /// <summary>Builds the service, and gives what the build says.</summary>
    public Task<CommandResult> BuildAsync(params string[] arguments) =>
        _consumer.BuildAsync(["--no-incremental", .. arguments]);

    /// <summary>Runs what was built.</summary>
    public async Task<string> AnswerAsync() =>
        (await _consumer.RunAsync()).MustSucceed().Output.ReplaceLineEndings("\n").TrimEnd('\n');

    /// <summary>Takes the package, beside the copy.</summary>
    public void UsePackage() => Change("Shop.csproj", "<!--", "").Change("Shop.csproj", "-->", "");

    /// <summary>Moves the code by the code fix, as the rule's page says.</summary>
    public async Task MoveCodeAsync() =>
        (
            await Command.DotNetAsync(
                _consumer.Folder,
                "format",
                "analyzers",
                "--no-restore",
                "--diagnostics",
                "CMN7005",
                "--severity",
                "info"
            )
        ).MustSucceed();

    /// <summary>Whether a file is there.</summary>
    public bool Has(string file) => File.Exists(Path.Combine(_consumer.Folder, file));

    /// <summary>Reads a file.</summary>
    public string Read(string file) => File.ReadAllText(Path.Combine(_consumer.Folder, file));

    /// <summary>Edits a file as a developer would.</summary>
    public Shop Change(string file, string from, string to)
    {
        var text = Read(file);
        Assert.Contains(from, text, StringComparison.Ordinal);
        _consumer.With(file, text.Replace(from, to, StringComparison.Ordinal));
        return this;
    }
}
