namespace Common.Packages.Tests.ModuleLife;

/// <summary>The life of a module over four releases, by the packed tool, as its owner and a service with edits of its own live it.</summary>
public sealed class ModuleLifeTests(Feeds feeds)
{
    private const string Module = """
        {
          "schema": 1,
          "name": "greet",
          "purpose": "Greets.",
          "owner": "the house",
          "stage": "incubating",
          "since": "1.0",
          "exit": "2030-01-01",
          "files": { "source": ["src/**/*.cs"] },
          "changes": [{ "release": "1.0.0" }]
        }
        """;

    private const string Greeter = """
        namespace House.Incubator.Greet;

        /// <summary>Greets.</summary>
        public sealed class Greeter
        {
            /// <summary>How it ends.</summary>
            public const string Parting = "Goodbye";

            /// <summary>Greets someone.</summary>
            public string Greet(string name)
            {
                var greeting = "Hello";
                var mark = "!";
                return greeting + ", " + name + mark;
            }
        }

        /// <summary>Holds something.</summary>
        public sealed record Box<T>(T Value);

        /// <summary>Greets texts.</summary>
        public static class Greetings
        {
            /// <summary>Hails someone.</summary>
            public static string Hail(this string name) => "Hail, " + name;
        }

        """;

    private const string Source = "incubator/greet/src/Greeter.cs";

    [Fact]
    public async Task A_module_lives_from_its_first_copy_to_its_package()
    {
        var feed = await feeds.GetAsync("");
        var folder = Directory.CreateDirectory(
            Path.Combine(feed.Consumers, Path.GetRandomFileName())
        );
        var house = new House(feed, folder.FullName);
        var shop = Shop.Create(feed, house);

        await CopiedAsync(house, shop);
        await GraduatedAsync(house, shop);
        await LastFixesAsync(house, shop);
        await EndedAsync(house, shop);
        await ReplacedAsync(shop);
    }

    // 1.0, the release before N: the module is incubating, the service copies it and edits its copy.
    private static async Task CopiedAsync(House house, Shop shop)
    {
        house.Write("incubator/greet/module.json", Module);
        house.Write(Source, Greeter);
        house.Release("1.0.0");
        await shop.TakeAsync("1.0.0", first: true);

        await shop.RunAsync(0, "add", "greet");
        shop.Change(Shop.Copy, "\"Hello\"", "\"Hello there\"");
        shop.Change(Shop.Copy, "\"Goodbye\"", "\"Farewell\"");
        Assert.Contains("was edited", await shop.RunAsync(1, "check"), StringComparison.Ordinal);
        await shop.RunAsync(0, "accept", "--all", "--reason", "our house says so");
        await shop.RunAsync(0, "check");

        (await shop.BuildAsync()).MustSucceed();
        Assert.Equal("Hello there, Ann!\nFarewell Hail, Bob\nBox`1 3", await shop.AnswerAsync());
    }

    // 2.0, N: the module becomes a package. Its frozen copy still gets corrections, and new copies are refused.
    private static async Task GraduatedAsync(House house, Shop shop)
    {
        var graduated = await shop.RunAsync(
            0,
            "graduate",
            "greet",
            "--to",
            "House.Greet",
            "--release",
            "2.0",
            "--project",
            house.Folder
        );
        Assert.Contains("src/House.Greet/Greeter.cs", graduated, StringComparison.Ordinal);
        house.Write(
            "Directory.Build.props",
            "<Project><PropertyGroup><TargetFramework>net10.0</TargetFramework><Version>2.0.0</Version><ImplicitUsings>enable</ImplicitUsings><Nullable>enable</Nullable></PropertyGroup></Project>"
        );
        (
            await Command.DotNetAsync(
                Path.Combine(house.Folder, "src", "House.Greet"),
                "pack",
                "-verbosity:quiet",
                "-nodeReuse:false",
                "--output",
                house.Packages
            )
        ).MustSucceed();
        house.Edit(Source, "\"Hello\"", "\"Welcome\"");
        house.Edit(Source, "\"Hail, \"", "\"All hail, \"");
        house.Release("2.0.0");
        await shop.TakeAsync("2.0.0");

        Assert.Contains(
            "1 changed in 2.0.0",
            await shop.RunAsync(1, "status"),
            StringComparison.Ordinal
        );
        var update = await shop.RunAsync(2, "update");
        Assert.Contains($"conflict  {Shop.Copy}", update, StringComparison.Ordinal);
        Assert.Contains(
            "Replace the copy by the package House.Greet: common incubator graduate greet",
            update,
            StringComparison.Ordinal
        );
        await shop.RunAsync(2, "resolve"); // the markers are still there
        shop.Change(
            Shop.Copy,
            """
            <<<<<<< yours
                    var greeting = "Hello there";
            =======
                    var greeting = "Welcome";
            >>>>>>> greet 2.0.0

            """.ReplaceLineEndings("\n"),
            "        var greeting = \"Welcome there\";\n"
        );
        await shop.RunAsync(0, "resolve");
        Assert.Contains("\"Farewell\"", shop.Read(Shop.Copy), StringComparison.Ordinal);
        await shop.RunAsync(0, "accept", "--all", "--reason", "our house says so");
        Assert.Contains(
            "copies get fixes until the end of 3.x",
            await shop.RunAsync(0, "check"),
            StringComparison.Ordinal
        );
        Assert.Contains(
            "house 2.0.0 makes no new copies. Use the package: dotnet add package House.Greet",
            await shop.RunAsync(3, "add", "greet", "--project", house.Packages, "--namespace", "A"),
            StringComparison.Ordinal
        );

        shop.UsePackage();
        var build = (await shop.BuildAsync()).MustSucceed();
        AssertReported(build, "warning CMN7006");
        Assert.DoesNotContain("CMN7005", build.Output, StringComparison.Ordinal); // a suggestion
    }

    // 3.0, N+1: corrections come for the last time, check and build warn.
    private static async Task LastFixesAsync(House house, Shop shop)
    {
        house.Edit(Source, "\"All hail, \"", "\"Hear, hear, \"");
        house.Release("3.0.0");
        await shop.TakeAsync("3.0.0");

        Assert.Contains(
            $"merged    {Shop.Copy}",
            await shop.RunAsync(0, "update"),
            StringComparison.Ordinal
        );
        await shop.RunAsync(0, "accept", "--all", "--reason", "our house says so");
        Assert.Contains(
            "this is the last release with fixes for copies",
            await shop.RunAsync(0, "check"),
            StringComparison.Ordinal
        );
        var build = (await shop.BuildAsync("--no-restore")).MustSucceed();
        AssertReported(build, "warning CMN7005", "warning CMN7006");
    }

    // 4.0, N+2: nothing comes any more, check fails. The copy still builds, once its rule is suppressed.
    private static async Task EndedAsync(House house, Shop shop)
    {
        house.Release("4.0.0");
        await shop.TakeAsync("4.0.0");

        Assert.Contains(
            "its copies get no updates any more",
            await shop.RunAsync(3, "update"),
            StringComparison.Ordinal
        );
        Assert.Contains(
            "copies get no updates any more",
            await shop.RunAsync(1, "check"),
            StringComparison.Ordinal
        );
        var refused = await shop.BuildAsync("--no-restore");
        Assert.NotEqual(0, refused.ExitCode);
        AssertReported(refused, "error CMN7005", "warning CMN7006");
        (await shop.BuildAsync("--no-restore", "-property:NoWarn=CMN7005")).MustSucceed();
        Assert.Equal(
            "Welcome there, Ann!\nFarewell Hear, hear, Bob\nBox`1 3",
            await shop.AnswerAsync()
        );
    }

    // The way out: the code fix moves the code, and graduate replaces the copy without losing its edits in silence.
    private static async Task ReplacedAsync(Shop shop)
    {
        Assert.Contains(
            "Shop.Incubator.Greet is still used in Program.cs",
            await shop.RunAsync(3, "graduate", "greet"),
            StringComparison.Ordinal
        );
        await shop.MoveCodeAsync();
        Assert.DoesNotContain("Incubator", shop.Read("Program.cs"), StringComparison.Ordinal);
        Assert.Contains(
            $"greet was edited here: {Shop.Copy}",
            await shop.RunAsync(4, "graduate", "greet"),
            StringComparison.Ordinal
        );
        await shop.RunAsync(0, "graduate", "greet", "--patch");

        Assert.False(shop.Has(Shop.Copy));
        Assert.Contains(
            "+    public const string Parting = \"Farewell\";",
            shop.Read(".common/graduated/greet.patch"),
            StringComparison.Ordinal
        );
        await shop.RunAsync(0, "check");
        var build = (await shop.BuildAsync("--no-restore")).MustSucceed();
        Assert.DoesNotContain("CMN700", build.Output, StringComparison.Ordinal);
        Assert.Equal("Hello, Ann!\nGoodbye Hail, Bob\nBox`1 3", await shop.AnswerAsync());
    }

    private static void AssertReported(CommandResult build, params string[] reports) =>
        Assert.All(
            reports,
            report => Assert.Contains(report, build.Output, StringComparison.Ordinal)
        );
}
