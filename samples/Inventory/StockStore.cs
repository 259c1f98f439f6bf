using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Options;

namespace Inventory;

/// <summary>Keeps the stock and its reservations in a SQLite file, which is made and filled when it is first used.</summary>
internal sealed class StockStore(IOptions<StorageOptions> options, IHostEnvironment environment)
{
    private readonly string _folder = Path.Combine(
        environment.ContentRootPath,
        options.Value.Folder
    );

    /// <summary>Says how much of an article is left.</summary>
    /// <returns>The pieces, or <see langword="null"/> for an article that is not known.</returns>
    public int? Available(string sku)
    {
        using var connection = Open();
        return Available(connection, transaction: null, sku);
    }

    /// <summary>Takes pieces out of the stock for an order, once for each order however often it is asked.</summary>
    /// <returns>What is left.</returns>
    public int Reserve(Guid orderId, string sku, int quantity)
    {
        using var connection = Open();
        using var transaction = connection.BeginTransaction();
        var available =
            Available(connection, transaction, sku) ?? throw StockErrors.UnknownSku(sku);
        if (IsReserved(connection, transaction, orderId))
        {
            return available;
        }

        if (available < quantity)
        {
            throw StockErrors.Insufficient(sku, available);
        }

        using var command = connection.CreateCommand();
        command.Transaction = transaction;
        command.CommandText = """
            INSERT INTO reservations (order_id, sku, quantity) VALUES ($order_id, $sku, $quantity);
            UPDATE stock SET available = available - $quantity WHERE sku = $sku;
            """;
        command.Parameters.AddWithValue("$order_id", orderId.ToString("D"));
        command.Parameters.AddWithValue("$sku", sku);
        command.Parameters.AddWithValue("$quantity", quantity);
        command.ExecuteNonQuery();
        transaction.Commit();
        return available - quantity;
    }

    private static int? Available(
        SqliteConnection connection,
        SqliteTransaction? transaction,
        string sku
    )
    {
        using var command = connection.CreateCommand();
        command.Transaction = transaction;
        command.CommandText = "SELECT available FROM stock WHERE sku = $sku";
        command.Parameters.AddWithValue("$sku", sku);
        return command.ExecuteScalar() is long available ? (int)available : null;
    }

    private static bool IsReserved(
        SqliteConnection connection,
        SqliteTransaction transaction,
        Guid orderId
    )
    {
        using var command = connection.CreateCommand();
        command.Transaction = transaction;
        command.CommandText = "SELECT 1 FROM reservations WHERE order_id = $order_id";
        command.Parameters.AddWithValue("$order_id", orderId.ToString("D"));
        return command.ExecuteScalar() is not null;
    }

    private SqliteConnection Open()
    {
        MakeFolder();
        var connection = new SqliteConnection(
            new SqliteConnectionStringBuilder
            {
                DataSource = Path.Combine(_folder, "inventory.db"),
                DefaultTimeout = 1, // seconds to wait for another writer
            }.ToString()
        );
        try
        {
            connection.Open();
            using var command = connection.CreateCommand();
            command.CommandText = """
                CREATE TABLE IF NOT EXISTS stock (
                    sku TEXT PRIMARY KEY,
                    available INTEGER NOT NULL CHECK (available >= 0)
                ) STRICT;
                CREATE TABLE IF NOT EXISTS reservations (
                    order_id TEXT PRIMARY KEY,
                    sku TEXT NOT NULL REFERENCES stock (sku),
                    quantity INTEGER NOT NULL CHECK (quantity > 0)
                ) STRICT;
                INSERT INTO stock (sku, available)
                    SELECT column1, column2 FROM (VALUES ('chair', 500), ('desk', 40), ('lamp', 9000))
                    WHERE NOT EXISTS (SELECT 1 FROM stock);
                """;
            command.ExecuteNonQuery();
            return connection;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    private void MakeFolder()
    {
        try
        {
            Directory.CreateDirectory(_folder);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw StockErrors.StorageUnavailable(exception);
        }
    }
}
