using System.Text;

namespace Common.Tool.Tests.Logs;

/// <summary>A folder with the logs of two services: Orders writes text, Inventory JSON.</summary>
internal sealed class LogScene : IDisposable
{
    public const string Global = "req-0af76519-16cd-43dd-8448-eb211c80319c";
    public const string OfOrders = "req-550e8400-e29b-41d4-a716-446655440000";
    public const string OfInventory = "req-6ba7b810-9dad-11d1-80b4-00c04fd430c8";

    public const string OrdersText = $"""
        2026-11-21T10:11:12.000000Z INFO  orders[a7f3] [-] Orders.Program service.started: Service started
        2026-11-21T10:11:12.345678Z INFO  orders[a7f3] [{OfOrders} {Global} alice /acme/eu] Orders.Checkout order.placed: Order placed order_id=42 sku=A1
        2026-11-21T10:11:12.400000Z ERROR orders[a7f3] [{OfOrders} {Global} alice /acme/eu] Orders.Checkout order.failed: Order failed reason="no stock"
        2026-11-21T10:11:12.400000Z ERROR orders[a7f3] [{OfOrders} {Global} alice /acme/eu] Orders.Checkout | System.InvalidOperationException: out of A1
        2026-11-21T10:11:12.400000Z ERROR orders[a7f3] [{OfOrders} {Global} alice /acme/eu] Orders.Checkout | at Orders.Checkout.PayAsync()
        """;

    public const string InventoryJson =
        """{"timestamp":"2026-11-21T10:11:12.350000Z","severity_text":"INFO","severity_number":9,"schema":1,"resource":{"service":"inventory","version":"2.3.0","instance":"b001","host":"node-4","environment":"prod"},"logger":"Inventory.Stock","event_name":"stock.reserved","event_id":1001,"body":"Stock reserved","request_id":"req-6ba7b810-9dad-11d1-80b4-00c04fd430c8","global_request_id":"req-0af76519-16cd-43dd-8448-eb211c80319c","user":"alice","tenant":"/acme/eu","attributes":{"sku":"A1","quantity":3}}""";

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("common-logs-");

    public LogScene()
    {
        Orders = Write("orders.log", OrdersText + "\n");
        Inventory = Write("inventory.log", InventoryJson + "\n");
    }

    public string Orders { get; }

    public string Inventory { get; }

    public string Write(string name, string text) => Write(name, Encoding.UTF8.GetBytes(text));

    public string Write(string name, ReadOnlySpan<byte> bytes)
    {
        var path = Path.Combine(_folder.FullName, name);
        File.WriteAllBytes(path, bytes);
        return path;
    }

    public void Dispose() => _folder.Delete(recursive: true);
}
