using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace TraceContextChecks;

/// <summary>Whom the service calls: it keeps what it is sent.</summary>
internal sealed class Callbacks : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly ConcurrentQueue<Sent> _sent = new();

    private Callbacks()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        _app = builder.Build();
        _app.MapPost("/{**path}", Keep);
    }

    public Uri Address =>
        new(
            _app.Services.GetRequiredService<IServer>()
                .Features.Get<IServerAddressesFeature>()!
                .Addresses.Single()
        );

    public static async Task<Callbacks> StartAsync(CancellationToken cancellationToken)
    {
        var callbacks = new Callbacks();
        await callbacks._app.StartAsync(cancellationToken);
        return callbacks;
    }

    /// <summary>Gives what was kept since the last call.</summary>
    public IReadOnlyList<Sent> Take()
    {
        var taken = new List<Sent>();
        while (_sent.TryDequeue(out var sent))
        {
            taken.Add(sent);
        }

        return taken;
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private IResult Keep(HttpRequest request)
    {
        _sent.Enqueue(
            new Sent([.. request.Headers["traceparent"]!], [.. request.Headers["tracestate"]!])
        );
        return Results.Text("null", "application/json");
    }
}
