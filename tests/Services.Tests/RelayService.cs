using Common.Context;
using Common.Logging;
using Tour.Stage;

namespace Services.Tests;

/// <summary>A relay as a process of its own, and what it logs.</summary>
internal sealed class RelayService : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    private static readonly string[] Ends = ["http.completed", "http.rejected", "http.failed"];

    private readonly ServiceProcess _process;

    private RelayService(ServiceProcess process, Uri address)
    {
        _process = process;
        Address = address;
    }

    public Uri Address { get; }

    /// <summary>Starts a service in front of another, or the last of the row.</summary>
    public static async Task<RelayService> StartAsync(RelayService? next, params string[] options)
    {
        using var patience = new CancellationTokenSource(Patience);
        var process = ServiceProcess.Start(
            "relay",
            Path.Combine(AppContext.BaseDirectory, "Relay.dll"),
            AppContext.BaseDirectory,
            [
                "--urls=http://127.0.0.1:0",
                "--Common:Logging:Format=Json",
                "--Common:Context:Trust:Networks:0=127.0.0.1",
                "--Common:Context:Egress:Hosts:0=127.0.0.1",
                "--Common:Resilience:FirstPause=1ms", // a retry follows at once, and nothing keeps it back
                "--Common:Resilience:RetryReserve=1000",
                "--Common:Resilience:BreakerCalls=100000",
                "--Logging:LogLevel:Common.Incubator.Web=Debug",
                "--Logging:LogLevel:Relay=Debug",
                .. next is null ? [] : new[] { $"--Relay:Next={next.Address}" },
                .. options,
            ]
        );
        try
        {
            return new RelayService(process, await process.ListeningAsync(patience.Token));
        }
        catch
        {
            await process.DisposeAsync();
            throw;
        }
    }

    /// <summary>Sends a request and gives the answer as it came over the wire.</summary>
    public Task<Answer> SendAsync(string request, params string[] headers) =>
        Answer.OfAsync(Address, request, headers);

    /// <summary>
    /// Gives what the service logged for a request, once its part of it has ended as often as is expected. A later request has ended
    /// then too, so that what would follow is there.
    /// </summary>
    public async Task<IReadOnlyList<LogRecord>> RecordsOfAsync(RequestId request, int ends = 1)
    {
        await EndsAsync(request, ends);
        var marker = await SendAsync("GET /fine");
        await EndsAsync(marker.GlobalRequestId, 1);
        return
        [
            .. LogRecordReader.ReadAll(_process.Lines).Where(r => r.GlobalRequestId == request),
        ];
    }

    /// <summary>Whether a record ends a request.</summary>
    public static bool IsEnd(LogRecord record) => Ends.Contains(record.EventName);

    public ValueTask DisposeAsync() => _process.DisposeAsync();

    private async Task EndsAsync(RequestId request, int count)
    {
        using var patience = new CancellationTokenSource(Patience);
        var id = request.ToString();
        var found = new HashSet<string>();
        await _process.WaitForAsync(
            line =>
            {
                if (
                    line.Contains(id, StringComparison.Ordinal)
                    && LogRecordReader.TryRead(line, out var record)
                    && IsEnd(record)
                )
                {
                    found.Add(line);
                }

                return found.Count >= count;
            },
            patience.Token
        );
    }
}
