using System.Text.Json;
using Tour.Stage;

namespace Samples.Tests;

/// <summary>A start that fails is one Fatal record and an exit code, whatever the reason and however early.</summary>
public sealed class StartTests
{
    [Fact]
    public async Task A_port_that_is_taken_is_one_record_and_exit_code_70()
    {
        await using var first = new Service().Inventory();
        var address = await first.Process.ListeningAsync(TestContext.Current.CancellationToken);
        await using var second = new Service().Start(
            BuiltServices.Inventory,
            "--urls",
            address.ToString()
        );

        Assert.Equal(70, await second.ExitCodeAsync());
        var fatal = Assert.Single(second.Fatal);
        Assert.Contains($"{address.Port}", fatal, StringComparison.Ordinal);
        Assert.DoesNotContain(
            second.Lines,
            l => l.Contains("Unhandled exception", StringComparison.Ordinal)
        );
        Assert.DoesNotContain(second.Lines, l => l.Contains(" ERROR ", StringComparison.Ordinal));
        Assert.All(second.Lines, l => Assert.Matches("^[0-9-]{10}T[0-9:.]{15}Z ", l));
        Assert.True(first.Process.IsRunning);
    }

    [Fact]
    public async Task A_required_key_that_is_missing_is_named()
    {
        await using var service = new Service().Orders();

        Assert.Equal(78, await service.ExitCodeAsync());
        var fatal = Assert.Single(service.Lines);
        Assert.Contains(" FATAL ", fatal, StringComparison.Ordinal);
        Assert.Contains("Orders:Inventory:Address", fatal, StringComparison.Ordinal);
    }

    [Fact]
    public async Task All_wrong_keys_are_told_at_once_with_their_lines()
    {
        await using var service = new Service();
        var file = service.Write(
            "appsettings.json",
            """
            {
              "Inventory": {
                "Reservations": { "MaxQuantity": "many" },
                "Storage": { "Foldr": "x" }
              }
            }
            """
        );
        service.Inventory();

        Assert.Equal(78, await service.ExitCodeAsync());
        var fatal = Assert.Single(service.Lines);
        Assert.Contains($"{file}:3", fatal, StringComparison.Ordinal);
        Assert.Contains("Inventory:Reservations:MaxQuantity", fatal, StringComparison.Ordinal);
        Assert.Contains($"{file}:4", fatal, StringComparison.Ordinal);
        Assert.Contains("Inventory:Storage:Foldr", fatal, StringComparison.Ordinal);
        Assert.Contains("Folder", fatal, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{ \"Inventory\": ")] // breaks off
    [InlineData("not json at all")]
    public async Task A_file_that_is_not_JSON_is_one_record_although_nothing_was_configured_yet(
        string text
    )
    {
        await using var service = new Service();
        var file = service.Write("appsettings.json", text);
        service.Inventory();

        Assert.Equal(78, await service.ExitCodeAsync());
        var fatal = Assert.Single(service.Fatal);
        Assert.Contains(file, fatal, StringComparison.Ordinal);
        Assert.DoesNotContain(
            service.Lines,
            l => l.Contains("Unhandled exception", StringComparison.Ordinal)
        );
        Assert.All(service.Lines, l => Assert.Matches("^[0-9-]{10}T[0-9:.]{15}Z ", l));
    }

    [Fact]
    public async Task The_record_has_the_configured_format()
    {
        await using var service = new Service();
        service.Write(
            "appsettings.json",
            """{ "Common": { "Logging": { "Format": "Json" } }, "Inventory": { "Storage": { "Foldr": "x" } } }"""
        );
        service.Inventory();

        Assert.Equal(78, await service.ExitCodeAsync());
        using var record = JsonDocument.Parse(Assert.Single(service.Lines));
        Assert.Equal(21, record.RootElement.GetProperty("severity_number").GetInt32());
        Assert.Equal(
            "inventory",
            record.RootElement.GetProperty("resource").GetProperty("service").GetString()
        );
    }

    [Fact]
    public async Task The_executable_answers_without_starting()
    {
        await using var service = new Service().Start(BuiltServices.Inventory, "common", "version");

        Assert.Equal(0, await service.ExitCodeAsync());
        Assert.Equal(2, service.Lines.Count);
        Assert.StartsWith("Inventory ", service.Lines[0], StringComparison.Ordinal);
        Assert.StartsWith("Common.Hosting ", service.Lines[1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_service_that_is_stopped_says_so_and_ends_well()
    {
        await using var service = new Service().Inventory();
        await service.Process.WaitForAsync(
            l => l.Contains(" service.started:", StringComparison.Ordinal),
            TestContext.Current.CancellationToken
        );

        await service.SignalAsync("TERM");

        Assert.Equal(0, await service.ExitCodeAsync());
        Assert.Single(
            service.Lines,
            l => l.Contains(" service.stopping:", StringComparison.Ordinal)
        );
    }
}
