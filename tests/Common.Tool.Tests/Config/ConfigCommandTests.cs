namespace Common.Tool.Tests.Config;

public sealed class ConfigCommandTests
{
    private static readonly string Assembly = typeof(Common.Config.Secret).Assembly.Location;

    [Fact]
    public async Task Sample_is_read_from_the_compiled_assembly()
    {
        var run = await ToolRun.RunAsync("config", "sample", Assembly);

        Assert.Equal(0, run.ExitCode);
        Assert.Contains(
            """
                  // How long a file must stay unchanged before it is read again; files are looked at as often. From 50 milliseconds to 5 minutes, both included. The default is 500 milliseconds.
                    // duration; at least 50ms; at most 5m; default 500ms
                    "QuietPeriod": "500ms"
            """.ReplaceLineEndings("\n").Trim(),
            run.Output,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task Check_finds_what_would_stop_the_service_and_says_what_it_cannot_check()
    {
        var folder = Directory.CreateTempSubdirectory("common-check-").FullName;
        var file = Path.Combine(folder, "appsettings.json");
        try
        {
            foreach (var library in Packages())
            {
                File.Copy(library, Path.Combine(folder, Path.GetFileName(library)));
            }

            await File.WriteAllTextAsync(
                file,
                """{"Common":{"Config":{"Reload":{"QuietPeriod":"1ms"}}}}""",
                TestContext.Current.CancellationToken
            );

            var run = await ToolRun.RunAsync(
                "config",
                "check",
                Path.Combine(folder, Path.GetFileName(Assembly)),
                file
            );

            Assert.Equal(1, run.ExitCode);
            Assert.Equal(
                $"error: {file}:1: Common:Config:Reload:QuietPeriod is \"1ms\"; it must be from 50ms to 5m.\n"
                    + "not checked: Common:Context:Egress:Hosts: the form of HostPattern\n"
                    + "not checked: Common:Context:Trust:Networks: the form of PeerNetwork\n"
                    + "not checked: rules between options, and the validators of the service",
                run.Output
            );
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    /// <summary>The packages beside the tests, without the modules, whose options are required.</summary>
    private static IEnumerable<string> Packages() =>
        Directory
            .GetFiles(AppContext.BaseDirectory, "Common.*.dll")
            .Where(f =>
                !Path.GetFileName(f).StartsWith("Common.Incubator.", StringComparison.Ordinal)
            );

    [Fact]
    public async Task An_assembly_that_is_not_there_is_said_so()
    {
        var run = await ToolRun.RunAsync("config", "docs", "/nowhere/Orders.dll");

        Assert.Equal(5, run.ExitCode);
        Assert.Equal("error: /nowhere/Orders.dll is not there.", run.Error);
    }
}
