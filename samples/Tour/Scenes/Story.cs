using Tour.Output;
using Tour.Stage;

namespace Tour.Scenes;

/// <summary>The log lines of both services for one request, in the order of their time stamps.</summary>
internal static class Story
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    /// <summary>Waits until each service has ended its part of the request as it should, then greps both logs for its global ID.</summary>
    public static async Task<IReadOnlyList<LogLine>> OfAsync(
        Theatre theatre,
        Exchange exchange,
        Screen screen,
        CancellationToken cancellationToken,
        params (string Service, string EventName)[] ends
    )
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        patience.CancelAfter(Patience);
        foreach (var (service, eventName) in ends)
        {
            var process = service == "orders" ? theatre.Orders : theatre.Inventory;
            try
            {
                await process.WaitForAsync(
                    l =>
                        l.Contains(exchange.GlobalRequestId, StringComparison.Ordinal)
                        && Parse(l)?.EventName == eventName,
                    patience.Token
                );
            }
            catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
            {
                // The scene's expectations say what is missing.
            }
        }

        var lines = theatre
            .Inventory.Lines.Concat(theatre.Orders.Lines)
            .Where(l => l.Contains(exchange.GlobalRequestId, StringComparison.Ordinal))
            .OrderBy(l => l.Split(' ')[0], StringComparer.Ordinal)
            .ToList();
        screen.Log($"grep {exchange.GlobalRequestId} orders.log inventory.log", lines);
        return [.. lines.Select(Parse).OfType<LogLine>()];
    }

    private static LogLine? Parse(string line) =>
        LogLine.TryParse(line, out var record) ? record : null;
}
