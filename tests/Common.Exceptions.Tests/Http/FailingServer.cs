using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Common.Abstractions;
using Common.Context;

namespace Common.Exceptions.Tests.Http;

/// <summary>A service on a loopback port that fails as the path tells it.</summary>
public sealed class FailingServer : IAsyncLifetime
{
    // What must never reach a caller: it is in every exception's text, cause and data.
    private const string Secret = "Host=db-west;Password=hunter2;/srv/secret/path";

    private static readonly Boundary Next = new("next", "order.forwarded");

    private readonly HttpClient _client = new();
    private HttpListener _listener = new();
    private Task _running = Task.CompletedTask;

    /// <summary>Where it listens.</summary>
    public int Port { get; private set; }

    public ValueTask InitializeAsync()
    {
        // Another process may take a port between its choice and its use; then another one is tried.
        for (var attempt = 1; ; attempt++)
        {
            Port = FreePort();
            _listener = new HttpListener();
            _listener.Prefixes.Add(
                string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{Port}/")
            );
            try
            {
                _listener.Start();
                _running = RunAsync();
                return ValueTask.CompletedTask;
            }
            catch (HttpListenerException) when (attempt < 5)
            {
                _listener.Close();
            }
        }
    }

    public async ValueTask DisposeAsync()
    {
        _listener.Close();
        await _running;
        _client.Dispose();
    }

    private async Task RunAsync()
    {
        try
        {
            while (true)
            {
                await AnswerAsync(await _listener.GetContextAsync());
            }
        }
        catch (Exception exception)
            when (exception is HttpListenerException or ObjectDisposedException)
        {
            // The listener was closed: the tests are over.
        }
    }

    private async Task AnswerAsync(HttpListenerContext http)
    {
        var path = http.Request.Url!.AbsolutePath.Split('/');
        ProblemDocument document;
        try
        {
            throw path[1] switch
            {
                "error" => Declared(Enum.Parse<ErrorKind>(path[2]), path[3]),
                "relay" => await RelayAsync(path[2], string.Join('/', path[3..])),
                _ => Undeclared(path[2]),
            };
        }
#pragma warning disable CA1031 // the end of a unit of work answers for whatever ended it
        catch (Exception exception)
#pragma warning restore CA1031
        {
            document = ProblemDocument.From(ErrorMap.Default.Map(exception), RequestId.New());
        }

        http.Response.StatusCode = document.Status;
        http.Response.ContentType = ProblemDocument.MediaType;
        await http.Response.OutputStream.WriteAsync(document.ToUtf8Bytes());
        http.Response.Close();
    }

    private static ServiceException Declared(ErrorKind kind, string code)
    {
        var error = new ServiceException(
            kind,
            code,
            "What the caller may read.",
            Secret,
            Undeclared("invalid")
        )
        {
            Fields = [new("order_id", 42), new("total", 129.95m)],
            Errors = [new FieldError("/items/0", "required", "It is needed.")],
        };
        error.Data["secret"] = Secret;
        return error;
    }

    private static Exception Undeclared(string name) =>
        name switch
        {
            "invalid" => new InvalidOperationException(Secret, new IOException(Secret)),
            "format" => new FormatException(Secret),
            "database" => new FakeDbException("XX000", inner: new TimeoutException(Secret)),
            "aggregate" => new AggregateException(
                new FileNotFoundException(Secret, Secret),
                new OperationCanceledException(Secret)
            ),
            _ => new UnauthorizedAccessException(Secret),
        };

    private async Task<Exception> RelayAsync(string port, string path)
    {
        using var response = await Next.CallAsync(token =>
            _client.GetAsync(new Uri($"http://127.0.0.1:{port}/{path}"), token)
        );
        return new InvalidOperationException("The next service did not fail.");
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
