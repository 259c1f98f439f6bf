using Microsoft.Data.Sqlite;
using Tour.Output;
using Tour.Stage;

namespace Tour.Scenes;

/// <summary>Somebody holds Inventory's database for a moment: the first attempt fails, a later one succeeds.</summary>
internal sealed class RetryThatSucceeds : Scene
{
    public override string Title => "Inventory is back, but its database is busy for a moment";

    public override string Notice =>
        "the client sees a success and nothing else; the operators see that it took more than one attempt, and that the stock was "
        + "taken once.";

    public override async Task PlayAsync(
        Theatre theatre,
        Screen screen,
        Expectations expect,
        CancellationToken cancellationToken
    )
    {
        await theatre.StartInventoryAsync(cancellationToken);
        var exchange = await OrderWhileBusyAsync(theatre, cancellationToken);
        screen.Show(exchange);
        var records = await Story.OfAsync(
            theatre,
            exchange,
            screen,
            cancellationToken,
            ("orders", "http.completed"),
            ("inventory", "http.completed")
        );

        expect.Equal("the status", 201, exchange.Status);
        expect.RequestIds(exchange);
        expect.That(
            records.Any(r =>
                r is { Service: "inventory", Level: "ERROR", EventName: "http.failed" }
            ),
            "no attempt failed in Inventory"
        );
        expect.That(
            records.Any(r => r is { Service: "orders", Level: "WARN" }),
            "no attempt was tried again"
        );
        expect.Records(records, "inventory", "INFO", "stock.reserved");
        expect.Records(records, "orders", "INFO", "http.completed");
        expect.That(
            !records.Any(r => r is { Service: "orders", Level: "ERROR" }),
            "Orders calls a success an error"
        );
    }

    private static async Task<Exchange> OrderWhileBusyAsync(
        Theatre theatre,
        CancellationToken cancellationToken
    )
    {
        await using var connection = new SqliteConnection(
            new SqliteConnectionStringBuilder
            {
                DataSource = theatre.InventoryDatabase,
                Pooling = false,
            }.ToString()
        );
        await connection.OpenAsync(cancellationToken);
        await ExecuteAsync(connection, "BEGIN EXCLUSIVE", cancellationToken);
        var order = theatre.Client.OrderAsync(
            """{"sku":"desk","quantity":1}""",
            cancellationToken,
            ("X-Deadline", "30000")
        );
        await theatre.Inventory.WaitForAsync(
            l => l.Contains("storage.unavailable", StringComparison.Ordinal),
            cancellationToken
        );
        await ExecuteAsync(connection, "ROLLBACK", cancellationToken);
        return await order;
    }

    private static async Task ExecuteAsync(
        SqliteConnection connection,
        string statement,
        CancellationToken cancellationToken
    )
    {
        await using var command = connection.CreateCommand();
#pragma warning disable CA2100 // the statements are the two constants above
        command.CommandText = statement;
#pragma warning restore CA2100
        await command.ExecuteNonQueryAsync(cancellationToken);
    }
}
