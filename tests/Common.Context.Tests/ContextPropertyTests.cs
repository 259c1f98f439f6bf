using System.Diagnostics;
using Common.Time.Tests;
using FsCheck;
using FsCheck.Fluent;

namespace Common.Context.Tests;

/// <summary>What holds for every value: what is written is read back; and for every text: no parser throws.</summary>
public sealed class ContextPropertyTests
{
    private static readonly string[] Corpus =
    [
        "req-550e8400-e29b-41d4-a716-446655440000",
        "550E8400-e29b-41d4-a716-446655440000",
        "550e8400e29b41d4a716446655440000",
        "00-12345678901234567890123456789012-1234567890123456-01",
        "cc-12345678901234567890123456789012-1234567890123456-01-x",
        "foo=1,bar@x=2 , baz= 3",
        "key1=value1;property1;property2=1, key2 = value%202",
        "/acme/eu/sales",
        "alice%20b%C3%A4r",
        "reader,writer%2Cx",
        "1500",
        "1",
        "10.0.0.0/8",
        "fd00::/8",
        "*.example.org",
        "",
    ];

    private static readonly string[] Headers =
    [
        ContextHeaders.RequestId,
        ContextHeaders.GlobalRequestId,
        ContextHeaders.TraceParent,
        ContextHeaders.TraceState,
        ContextHeaders.Baggage,
        ContextHeaders.User,
        ContextHeaders.Domain,
        ContextHeaders.Tenant,
        ContextHeaders.Roles,
        ContextHeaders.OnBehalfOf,
        ContextHeaders.ReadOnly,
        ContextHeaders.Verbose,
        ContextHeaders.Deadline,
    ];

    private static Gen<string> Names =>
        Gen.Elements("alice", "b\u00E4r", "a,b", "100%", "x y", "\uD83D\uDE00", "a/b:c", "'\"")
            .ArrayOf()
            .Select(string.Concat)
            .Where(n => n.Length is > 0 and <= 40);

    private static Gen<string> Levels =>
        Gen.Elements("a", "Z9", "x.y", "b-c", "d_e")
            .ArrayOf()
            .Select(parts => string.Concat(parts.Take(32).Select(p => "/" + p)))
            .Where(t => t.Length != 0);

    private static void ForAll<T>(Gen<T> values, Func<T, bool> holds) =>
        Prop.ForAll(Arb.From(values), holds)
            .Check(FsCheck.Config.QuickThrowOnFailure.WithMaxTest(1_000));

    [Fact]
    public void Every_ID_is_read_back_from_every_form() =>
        ForAll(
            from parts in Gen.Choose(0, ushort.MaxValue).ArrayOf(8)
            select RequestId.FromBytes([
                .. parts.SelectMany(p => new[] { (byte)(p >> 8), (byte)p }),
            ]),
            id =>
                id.IsNone
                || (
                    RequestId.Parse(id.ToString()) == id
                    && RequestId.Parse(id.ToString()[4..].ToUpperInvariant()) == id
                    && RequestId.Parse(
                        id.ToString()[4..].Replace("-", "", StringComparison.Ordinal)
                    ) == id
                    && Guid.Parse(id.ToString()[4..]).ToString() == id.ToString()[4..]
                )
        );

    [Fact]
    public void Every_tenant_path_is_read_back_and_lies_within_its_ancestors() =>
        ForAll(
            Levels,
            text =>
            {
                var path = TenantPath.Parse(text);
                return path.ToString() == text
                    && path.Ancestors().Count() == path.Levels - 1
                    && path.Ancestors().All(a => path.IsWithin(a) && !a.IsWithin(path));
            }
        );

    [Fact]
    public void Every_context_crosses_headers_and_dictionaries_without_loss()
    {
        using var carriers = new Carriers(["127.0.0.1"]);
        ForAll(
            from user in Names
            from roles in Names.ArrayOf()
            from tenant in Levels
            from flags in Gen.Choose(0, 3)
            from isReadOnly in Gen.Elements(true, false)
            from baggage in Names
            select new RequestContext(RequestId.New(), RequestId.New())
            {
                TraceId = ActivityTraceId.CreateRandom(),
                SpanId = ActivitySpanId.CreateRandom(),
                TraceFlags = (ActivityTraceFlags)flags,
                User = user,
                Roles = [.. roles.Take(5)],
                Tenant = TenantPath.Parse(tenant),
                IsReadOnly = isReadOnly,
                Baggage = Baggage.Empty.With("k", baggage),
            },
            context =>
            {
                Dictionary<string, string> headers = [];
                ContextCarrier.Write(context, new DictionaryHeaders(headers), Egress.Whole);
                var received = carriers.Carrier.Receive(
                    new DictionaryHeaders(headers),
                    Carriers.Loopback
                );
                return received.Refused.IsEmpty
                    && received.Context
                        == context with
                        {
                            RequestId = received.Context.RequestId,
                            SpanId = received.Context.SpanId,
                        }
                    && RequestContext.FromDictionary(context.ToDictionary(), TimeProvider.System)
                        == context;
            }
        );
    }

    [Fact]
    public void No_text_makes_a_parser_throw_and_what_is_read_is_written_again()
    {
        using var carriers = new Carriers(["127.0.0.1"]);
        var random = new Random(1);
        new Fuzzer(20261121, Corpus).Run(
            (text, utf8) =>
            {
                Assert.Equal(
                    RequestId.TryParse(text, out var id),
                    RequestId.TryParse(utf8, out var fromUtf8)
                );
                Assert.Equal(id, fromUtf8);
                if (TraceParent.TryParse(text, out var parent))
                {
                    Assert.True(TraceParent.TryParse(parent.ToString(), out var again));
                    Assert.Equal(parent, again);
                }

                if (Baggage.TryParse(text, out var baggage))
                {
                    Assert.True(baggage.IsEmpty || baggage.ToString().Length > 0);
                }

                _ = TenantPath.TryParse(text, out _);
                _ = PeerNetwork.TryParse(text, out _);
                _ = HostPattern.TryParse(text, out _);
                var name = Headers[random.Next(Headers.Length)];
                var received = carriers.Receive(Carriers.Loopback, Beside(Parent, name, text));
                Assert.All(received.Refused, r => Assert.Equal(text.Length, r.Length));
            }
        );
    }

    /// <summary>A header beside a trace, without which a tracestate is not read.</summary>
    private static (string, string)[] Beside(string trace, string name, string text) =>
        name == ContextHeaders.TraceParent
            ? [(name, text)]
            : [(ContextHeaders.TraceParent, trace), (name, text)];

    public static TheoryData<string> Parsers => [.. Readers.Keys, .. Headers];

    [Theory]
    [MemberData(nameof(Parsers))]
    public void A_long_text_takes_no_longer_than_it_is(string parser)
    {
        using var carriers = new Carriers(["127.0.0.1"]);
        new Fuzzer(1, Corpus).TakesLinearTime(
            parser,
            Readers.GetValueOrDefault(parser)
                ?? (text => carriers.Receive(Carriers.Loopback, Beside(Parent, parser, text)))
        );
    }

    private const string Parent = "00-12345678901234567890123456789012-1234567890123456-01";

    private static readonly Dictionary<string, Action<string>> Readers = new()
    {
        ["RequestId"] = text => _ = RequestId.TryParse(text, out _),
        ["TraceParent"] = text => _ = TraceParent.TryParse(text, out _),
        ["Baggage"] = text => _ = Baggage.TryParse(text, out _),
        ["TenantPath"] = text => _ = TenantPath.TryParse(text, out _),
        ["PeerNetwork"] = text => _ = PeerNetwork.TryParse(text, out _),
        ["HostPattern"] = text => _ = HostPattern.TryParse(text, out _),
        ["dictionary"] = text =>
        {
            Dictionary<string, string> values = [];
            foreach (
                var key in new RequestContext()
                    .ToDictionary()
                    .Keys.Concat([
                        "tenant",
                        "roles",
                        "baggage",
                        "trace_state",
                        "deadline_remaining_ms",
                    ])
            )
            {
                values[key] = text;
            }

            Assert.Throws<FormatException>(() =>
                RequestContext.FromDictionary(values, TimeProvider.System)
            );
        },
    };
}
