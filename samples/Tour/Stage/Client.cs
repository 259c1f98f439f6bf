using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Tour.Stage;

/// <summary>Sends the scenes' requests to Orders, byte by byte as a scene wants them.</summary>
internal sealed class Client : IDisposable
{
    // A loopback address that no service trusts.
    private static readonly IPAddress Stranger = IPAddress.Parse("127.0.0.2");

    private readonly HttpClient _http;

    /// <summary>A client at an address of this machine.</summary>
    public Client(Uri orders)
        : this(orders, IPAddress.Loopback) { }

    private Client(Uri orders, IPAddress from)
    {
        Orders = orders;
#pragma warning disable CA2000 // the client owns its handler
        _http = new HttpClient(
            new SocketsHttpHandler
            {
                ActivityHeadersPropagator = null,
                ConnectCallback = (context, cancellationToken) =>
                    ConnectAsync(from, context.DnsEndPoint, cancellationToken),
            }
        )
        {
            BaseAddress = orders,
            Timeout = TimeSpan.FromSeconds(60),
        };
#pragma warning restore CA2000
    }

    /// <summary>Where Orders listens.</summary>
    public Uri Orders { get; }

    /// <summary>A client at an address that no service trusts.</summary>
    public static Client OfStranger(Uri orders) => new(orders, Stranger);

    /// <summary>Orders something.</summary>
    public Task<Exchange> OrderAsync(
        string body,
        CancellationToken cancellationToken,
        params (string Name, string Value)[] headers
    )
    {
        var request = new HttpRequestMessage(HttpMethod.Post, "/orders")
        {
            Content = new StringContent(body, Encoding.UTF8, "application/json"),
        };
        return SendAsync(request, body, headers, cancellationToken);
    }

    /// <summary>Asks for an order.</summary>
    public Task<Exchange> GetAsync(
        string path,
        CancellationToken cancellationToken,
        params (string Name, string Value)[] headers
    ) =>
        SendAsync(
            new HttpRequestMessage(HttpMethod.Get, path),
            body: null,
            headers,
            cancellationToken
        );

    public void Dispose() => _http.Dispose();

    private async Task<Exchange> SendAsync(
        HttpRequestMessage request,
        string? body,
        (string Name, string Value)[] headers,
        CancellationToken cancellationToken
    )
    {
        var target = $"{request.Method} {request.RequestUri}"; // sending makes it absolute
        using (request)
        {
            foreach (var (name, value) in headers)
            {
                request.Headers.TryAddWithoutValidation(name, value);
            }

            var started = TimeProvider.System.GetTimestamp();
            using var response = await _http.SendAsync(request, cancellationToken);
            return new Exchange(
                target,
                headers,
                body,
                (int)response.StatusCode,
                HeaderOf(response, "X-Request-ID"),
                HeaderOf(response, "X-Global-Request-ID"),
                response.Content.Headers.ContentType?.MediaType,
                await response.Content.ReadAsStringAsync(cancellationToken),
                TimeProvider.System.GetElapsedTime(started)
            );
        }
    }

    private static async ValueTask<Stream> ConnectAsync(
        IPAddress from,
        DnsEndPoint to,
        CancellationToken cancellationToken
    )
    {
#pragma warning disable CA2000 // the stream owns its socket
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
#pragma warning restore CA2000
        try
        {
            socket.Bind(new IPEndPoint(from, 0));
            await socket.ConnectAsync(to, cancellationToken);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    private static string HeaderOf(HttpResponseMessage response, string name) =>
        response.Headers.TryGetValues(name, out var values) ? string.Join(',', values) : "";
}
