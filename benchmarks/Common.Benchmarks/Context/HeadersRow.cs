using System.Diagnostics.Metrics;
using System.Net;
using Common.Benchmarks.Runner;
using Common.Context;
using Common.Time;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Primitives;
using NodaTime;

namespace Common.Benchmarks.Context;

/// <summary>A whole context from and to headers, beside the least that either costs: the look-ups, and the context itself.</summary>
internal sealed class HeadersRow : IRow, IDisposable
{
    private static readonly string[] Names =
    [
        ContextHeaders.RequestId,
        ContextHeaders.GlobalRequestId,
        ContextHeaders.TraceParent,
        ContextHeaders.TraceState,
        ContextHeaders.Deadline,
        ContextHeaders.Verbose,
        ContextHeaders.Baggage,
        ContextHeaders.User,
        ContextHeaders.Domain,
        ContextHeaders.Tenant,
        ContextHeaders.Roles,
        ContextHeaders.OnBehalfOf,
        ContextHeaders.ReadOnly,
    ];

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
            TraceState = "rojo=00f067aa0ba902b7,congo=t61rcWkgMzE",
            User = "alice",
            Tenant = TenantPath.Parse("/acme/eu"),
        };
        Dictionary<string, string> written = [];
        ContextCarrier.Write(context, new DictionaryHeaders(written), Egress.Whole);
        var headers = new DictionaryHeaders(
            written.ToDictionary(
                header => new string(header.Key.AsSpan()), // as names that came over a wire: equal, and not the same objects
                header => header.Value,
                StringComparer.OrdinalIgnoreCase
            )
        );
        var asked = new AskedHeaders(headers);
        var peer = new PeerInfo { Address = IPAddress.Loopback };
        var read = carrier.Receive(headers, peer).Context;
        if (
            read with
            {
                RequestId = context.RequestId,
                SpanId = context.SpanId,
                Deadline = context.Deadline,
            } != context
        )
        {
            throw new InvalidOperationException("The context was not read.");
        }

        return
        [
            new(
                "the look-ups alone",
                count =>
                {
                    for (var i = 0; i < count; i++)
                    {
                        foreach (var name in Names)
                        {
                            Sink.Keep(headers.GetValues(name).Count);
                        }
                    }
                }
            ),
            new(
                "the context alone",
                count =>
                {
                    for (var i = 0; i < count; i++)
                    {
                        Sink.Keep(Copy(context));
                    }
                }
            ),
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
                Goals = [Goal.Nanoseconds(500), Goal.Bytes(SizeOf(context))],
            },
            new(
                "Common, read by asking",
                count =>
                {
                    for (var i = 0; i < count; i++)
                    {
                        Sink.Keep(carrier.Receive(asked, peer).Context);
                    }
                }
            )
            {
                Goals = [Goal.Bytes(SizeOf(context))],
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

    /// <summary>What the context itself takes.</summary>
    private static double SizeOf(RequestContext context)
    {
        const int Count = 1_000;
        Copy(context);
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < Count; i++)
        {
            Copy(context);
        }

        return (GC.GetAllocatedBytesForCurrentThread() - before) / (double)Count;
    }

    private static RequestContext Copy(RequestContext context) =>
        new(context.RequestId, context.GlobalRequestId)
        {
            TraceState = context.TraceState,
            User = context.User,
            Tenant = context.Tenant,
            Deadline = context.Deadline,
        };

    /// <summary>The same headers, as a carrier meets them that can't be gone through without making an object.</summary>
    private readonly struct AskedHeaders(DictionaryHeaders headers) : IHeaderReader
    {
        public StringValues GetValues(string name) => headers.GetValues(name);
    }

    private readonly struct NoHeaders : IHeaderWriter
    {
        public void Set(string name, string value) => Sink.Keep(value);

        public void Set(string name, ReadOnlySpan<char> value) => Sink.Keep(value);
    }
}
