using System.Diagnostics.Metrics;
using System.Net;
using Common.Benchmarks.Runner;
using Common.Context;
using Common.Time;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Primitives;
using NodaTime;

namespace Common.Benchmarks.Context;

/// <summary>A whole context from and to headers. Its own allocation is the context and its two trace IDs.</summary>
internal sealed class HeadersRow : IRow, IDisposable
{
    private readonly ServiceProvider _services = new ServiceCollection()
        .AddMetrics()
        .BuildServiceProvider();

    public string Area => "Context";

    public string Title => "a context from and to headers";

    public IReadOnlyList<Contender> Prepare()
    {
        var carrier = new ContextCarrier(
            Microsoft.Extensions.Options.Options.Create(
                new TrustOptions { Networks = [PeerNetwork.Parse("127.0.0.0/8")] }
            ),
            Microsoft.Extensions.Options.Options.Create(new EgressOptions()),
            new ContextPolicy(),
            _services.GetRequiredService<IMeterFactory>(),
            TimeProvider.System
        );
        var context = RequestContext.StartNew(
            Deadline.After(Duration.FromHours(1), TimeProvider.System)
        ) with
        {
            User = "alice",
            Tenant = TenantPath.Parse("/acme/eu"),
        };
        Dictionary<string, string> written = [];
        ContextCarrier.Write(context, new DictionaryHeaders(written), Egress.Whole);
        var headers = new KeptHeaders(
            written.ToDictionary(
                h => h.Key,
                h => new StringValues(h.Value),
                StringComparer.OrdinalIgnoreCase
            )
        );
        var peer = new PeerInfo { Address = IPAddress.Loopback };
        if (carrier.Receive(headers, peer).Context.User != "alice")
        {
            throw new InvalidOperationException("The context was not read.");
        }

        return
        [
            new(
                "Common, read",
                count =>
                {
                    for (var i = 0; i < count; i++)
                    {
                        Sink.Keep(carrier.Receive(headers, peer).Context);
                    }
                }
            )
            {
                Goals = [Goal.Nanoseconds(500)],
            },
            new(
                "Common, write",
                count =>
                {
                    for (var i = 0; i < count; i++)
                    {
                        ContextCarrier.Write(context, default(NoHeaders), Egress.Whole);
                    }
                }
            )
            {
                Goals = [Goal.Nanoseconds(500), Goal.Bytes(0)],
            },
        ];
    }

    public void Dispose() => _services.Dispose();

    private readonly struct KeptHeaders(Dictionary<string, StringValues> headers) : IHeaderReader
    {
        public StringValues GetValues(string name) => headers.GetValueOrDefault(name);
    }

    private readonly struct NoHeaders : IHeaderWriter
    {
        public void Set(string name, string value) => Sink.Keep(value);

        public void Set(string name, ReadOnlySpan<char> value) => Sink.Keep(value);
    }
}
