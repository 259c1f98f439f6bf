using Tour.Output;
using Tour.Stage;

namespace Tour.Scenes;

/// <summary>An operator changes the configuration while Orders runs, first wrongly.</summary>
internal sealed class BadReload : Scene
{
    public override string Title => "a bad change of the configuration, and a good one";

    public override string Notice =>
        "the wrong value changed nothing and was told with file, line and rule; the right one took effect without a restart.";

    public override async Task PlayAsync(
        Theatre theatre,
        Screen screen,
        Expectations expect,
        CancellationToken cancellationToken
    )
    {
        var file = Path.Combine(theatre.FolderOf("orders"), "appsettings.json");
        var refused = await ChangeAsync(
            theatre,
            file,
            "\"many\"",
            "config.reload_refused",
            cancellationToken
        );
        var before = await theatre.Client.OrderAsync(
            """{"sku":"lamp","quantity":3}""",
            cancellationToken
        );
        screen.Log($"after \"MaxQuantity\": \"many\" in {file}", [refused]);
        screen.Line($"  an order for 3 pieces: {before.Status}");
        var reloaded = await ChangeAsync(theatre, file, "2", "config.reloaded", cancellationToken);
        var after = await theatre.Client.OrderAsync(
            """{"sku":"lamp","quantity":3}""",
            cancellationToken
        );
        screen.Log("after \"MaxQuantity\": 2", [reloaded]);
        screen.Line($"  an order for 3 pieces: {after.Status}");

        expect.Equal("the status after the wrong value", 201, before.Status);
        expect.Equal("the status after the right value", 400, after.Status);
        expect.That(
            refused.Contains(" WARN ", StringComparison.Ordinal)
                && refused.Contains(file + ":", StringComparison.Ordinal)
                && refused.Contains("Orders:Limits:MaxQuantity", StringComparison.Ordinal),
            "the refusal does not say where"
        );
        expect.That(
            reloaded.Contains("Orders:Limits:MaxQuantity", StringComparison.Ordinal),
            "the reload does not say what changed"
        );
    }

    private static async Task<string> ChangeAsync(
        Theatre theatre,
        string file,
        string maxQuantity,
        string eventName,
        CancellationToken cancellationToken
    )
    {
        var built = await File.ReadAllTextAsync(
            Path.Combine(Path.GetDirectoryName(BuiltServices.Orders)!, "appsettings.json"),
            cancellationToken
        );
        await File.WriteAllTextAsync(
            file,
            built.Replace(
                "\"Storage\": {",
                $"\"Limits\": {{ \"MaxQuantity\": {maxQuantity} }},\n    \"Storage\": {{",
                StringComparison.Ordinal
            ),
            cancellationToken
        );
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        patience.CancelAfter(TimeSpan.FromSeconds(20));
        return await theatre.Orders.WaitForAsync(
            l => l.Contains($" {eventName}:", StringComparison.Ordinal),
            patience.Token
        );
    }
}
