using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Options;

namespace Orders;

/// <summary>Keeps orders in a SQLite file, which is made when it is first used.</summary>
internal sealed class OrderStore(IOptions<StorageOptions> options, IHostEnvironment environment)
{
    private readonly string _folder = Path.Combine(
        environment.ContentRootPath,
        options.Value.Folder
    );

    /// <summary>Keeps an order for good.</summary>
    public void Add(Order order)
    {
        using var connection = Open();
        using var command = connection.CreateCommand();
        command.CommandText =
            "INSERT INTO orders (id, sku, quantity, placed_at) VALUES ($id, $sku, $quantity, $placed_at)";
        command.Parameters.AddWithValue("$id", order.Id.ToString("D"));
        command.Parameters.AddWithValue("$sku", order.Sku);
        command.Parameters.AddWithValue("$quantity", order.Quantity);
        command.Parameters.AddWithValue("$placed_at", order.PlacedAt);
        command.ExecuteNonQuery();
    }

    /// <summary>Finds an order.</summary>
    /// <returns>The order, or <see langword="null"/> where there is none.</returns>
    public Order? Find(Guid id)
    {
        using var connection = Open();
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT sku, quantity, placed_at FROM orders WHERE id = $id";
        command.Parameters.AddWithValue("$id", id.ToString("D"));
        using var reader = command.ExecuteReader();
        return reader.Read()
            ? new Order(id, reader.GetString(0), reader.GetInt32(1), reader.GetString(2))
            : null;
    }

    private SqliteConnection Open()
    {
        MakeFolder();
        var connection = new SqliteConnection(
            new SqliteConnectionStringBuilder
            {
                DataSource = Path.Combine(_folder, "orders.db"),
                DefaultTimeout = 1, // seconds to wait for another writer
            }.ToString()
        );
        try
        {
            connection.Open();
            using var command = connection.CreateCommand();
            command.CommandText = """
                CREATE TABLE IF NOT EXISTS orders (
                    id TEXT PRIMARY KEY,
                    sku TEXT NOT NULL,
                    quantity INTEGER NOT NULL,
                    placed_at TEXT NOT NULL
                ) STRICT
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
            throw OrderErrors.StorageUnavailable(exception);
        }
    }
}
