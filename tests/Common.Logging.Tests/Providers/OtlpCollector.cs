using System.Net;
using System.Net.Sockets;

namespace Common.Logging.Tests.Providers;

/// <summary>A collector of OTLP over HTTP with protobuf, on loopback.</summary>
internal sealed class OtlpCollector : IAsyncDisposable
{
    private readonly HttpListener _listener;
    private readonly List<OtlpRecord> _records = [];
    private readonly Task _serving;

    public OtlpCollector()
    {
        (_listener, Address) = Listen();
        _serving = ServeAsync();
    }

    public Uri Address { get; }

    /// <summary>What arrived so far.</summary>
    public IReadOnlyList<OtlpRecord> Records
    {
        get
        {
            lock (_records)
            {
                return [.. _records];
            }
        }
    }

    public async ValueTask DisposeAsync()
    {
        _listener.Stop();
        await _serving;
        _listener.Close();
    }

    private async Task ServeAsync()
    {
        while (_listener.IsListening)
        {
            HttpListenerContext context;
            try
            {
                context = await _listener.GetContextAsync();
            }
            catch (Exception exception)
                when (exception is HttpListenerException or ObjectDisposedException)
            {
                return; // it was stopped
            }

            using var body = new MemoryStream();
            await context.Request.InputStream.CopyToAsync(body);
            Take(body.ToArray());
            context.Response.ContentType = "application/x-protobuf";
            context.Response.Close(); // an empty ExportLogsServiceResponse
        }
    }

    /// <summary>Reads an ExportLogsServiceRequest of opentelemetry/proto/collector/logs/v1/logs_service.proto.</summary>
    private void Take(byte[] request)
    {
        var records =
            from resource in new ProtoMessage(request).Messages(1)
            from scope in resource.Messages(2)
            let name = scope.Message(1).Text(1)
            from record in scope.Messages(2)
            select new OtlpRecord(name, record);
        lock (_records)
        {
            _records.AddRange(records);
        }
    }

    private static (HttpListener Listener, Uri Address) Listen()
    {
        // Another process may take a port between its choice and its use; then another one is tried.
        for (var attempt = 1; ; attempt++)
        {
            var address = new Uri($"http://127.0.0.1:{FreePort()}/v1/logs");
            var listener = new HttpListener();
            listener.Prefixes.Add(address.GetLeftPart(UriPartial.Authority) + "/");
            try
            {
                listener.Start();
                return (listener, address);
            }
            catch (HttpListenerException) when (attempt < 5)
            {
                listener.Close();
            }
        }
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
