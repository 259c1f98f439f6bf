using Tour.Stage;

namespace Samples.Tests;

/// <summary>What an operator does with the configuration of a service that runs, or is about to.</summary>
public sealed class ConfigurationTests
{
    [Fact]
    public async Task SIGHUP_reads_the_configuration_at_once_and_SIGURG_explains_it()
    {
        await using var service = new Service();
        Write(service, 5);
        service.Inventory();
        await SeesAsync(service, " service.started:");

        Write(service, 6);
        await service.SignalAsync("HUP"); // long before the file has been quiet for five minutes
        var reloaded = await SeesAsync(service, " config.reloaded:");
        Assert.Contains("Inventory:Reservations:MaxQuantity", reloaded, StringComparison.Ordinal);

        await service.SignalAsync("URG");
        var explained = await SeesAsync(
            service,
            " config.explained: Option explained option=Inventory:Reservations:MaxQuantity "
        );
        Assert.Contains(
            Path.Combine(service.Folder, "appsettings.json") + ":3",
            explained,
            StringComparison.Ordinal
        );
        Assert.True(service.Process.IsRunning);
    }

    [Fact]
    public async Task An_older_release_starts_on_the_file_of_a_newer_one_when_the_environment_says_so()
    {
        const string Newer = """{ "Inventory": { "Reservations": { "OfNextRelease": 1 } } }""";
        await using var refused = new Service();
        refused.Write("appsettings.json", Newer);
        refused.Inventory();
        Assert.Equal(78, await refused.ExitCodeAsync());
        Assert.Contains(
            "Common:Config:UnknownKeys=Warn",
            Assert.Single(refused.Fatal),
            StringComparison.Ordinal
        );

        await using var rolledBack = new Service();
        rolledBack.Write("appsettings.json", Newer);
        rolledBack.StartWith(
            [new("COMMON__CONFIG__UNKNOWNKEYS", "Warn")],
            BuiltServices.Inventory,
            "--urls",
            "http://127.0.0.1:0"
        );
        await SeesAsync(rolledBack, " config.unknown_key:");
        await SeesAsync(rolledBack, " service.started:");
    }

    [Fact]
    public async Task Check_asks_the_service_that_is_built_and_starts_nothing()
    {
        await using var service = new Service();
        var file = service.Write("new.json", "{}");
        service.Start(BuiltServices.Inventory, "common", "config", "check", file);

        Assert.Equal(0, await service.ExitCodeAsync());
        Assert.Equal(["No errors."], service.Lines);
    }

    private static void Write(Service service, int quantity) =>
        service.Write(
            "appsettings.json",
            $$"""
            {
              "Common": { "Config": { "Reload": { "QuietPeriod": "5m" } } },
              "Inventory": { "Reservations": { "MaxQuantity": {{quantity}} } }
            }
            """
        );

    private static Task<string> SeesAsync(Service service, string text) =>
        service.Process.WaitForAsync(
            l => l.Contains(text, StringComparison.Ordinal),
            TestContext.Current.CancellationToken
        );
}
