using System.Diagnostics;
using Microsoft.Extensions.DependencyInjection;

namespace Common.Context.Tests;

/// <summary>The cases of the W3C's trace-context harness (level 2, strict), for a service that only passes calls on.</summary>
public sealed class W3CPropagatorTests
{
    private const string Trace = "12345678901234567890123456789012";
    private const string Parent = $"00-{Trace}-1234567890123456-01";
    private const string Unsampled = $"00-{Trace}-1234567890123456-00";

    private static (string TraceParent, string? TraceState) PassOn(
        params (string Name, string Value)[] headers
    )
    {
        static void Get(
            object? carrier,
            string name,
            out string? value,
            out IEnumerable<string>? values
        )
        {
            value = null;
            values = new HeaderLines(((string, string)[])carrier!).GetValues(name)!;
        }

        W3CPropagator.Whole.ExtractTraceIdAndState(headers, Get, out var id, out var state);
        using var activity = new Activity("in").SetIdFormat(ActivityIdFormat.W3C);
        if (id is not null)
        {
            activity.SetParentId(id);
            activity.TraceStateString = state;
        }

        activity.Start();
        Dictionary<string, string> sent = [];
        W3CPropagator.Whole.Inject(
            activity,
            sent,
            static (carrier, name, value) => ((Dictionary<string, string>)carrier!).Add(name, value)
        );
        Assert.DoesNotContain(
            "1234567890123456",
            sent["traceparent"][36..],
            StringComparison.Ordinal
        );
        Assert.True(TraceParent.TryParse(sent["traceparent"], out _));
        return (sent["traceparent"], sent.GetValueOrDefault("tracestate"));
    }

    public static TheoryData<string, string[]> Continued =>
        new()
        {
            { "01", [Parent] },
            { "00", [Unsampled] },
            { "02", [$"00-{Trace}-1234567890123456-02"] },
            { "03", [$"00-{Trace}-1234567890123456-ff"] },
            { "01", [$"cc-{Trace}-1234567890123456-01"] },
            { "01", [$"cc-{Trace}-1234567890123456-01-what-the-future-will-be-like"] },
            { "01", [$" {Parent}"] },
            { "01", [$"\t{Parent}"] },
            { "01", [$"{Parent} "] },
            { "01", [$"{Parent}\t"] },
            { "01", [$"\t {Parent} \t"] },
        };

    [Theory]
    [MemberData(nameof(Continued))]
    public void A_trace_is_continued(string flags, string[] lines)
    {
        var sent = PassOn([.. lines.Select(l => ("TrAcEpArEnT", l))]).TraceParent;
        Assert.StartsWith($"00-{Trace}-", sent, StringComparison.Ordinal);
        Assert.EndsWith($"-{flags}", sent, StringComparison.Ordinal);
    }

    public static TheoryData<string[]> Restarted =>
        new()
        {
            { [] },
            { [$"00-{Trace[..31]}1-1234567890123456-01", Parent] },
            { [Parent, Parent] },
            { [$"{Parent}."] },
            { [$"{Parent}-what-the-future-will-be-like"] },
            { [$"cc-{Trace}-1234567890123456-01.what-the-future-will-be-like"] },
            { [$"ff-{Trace}-1234567890123456-01"] },
            { [$".0-{Trace}-1234567890123456-01"] },
            { [$"0.-{Trace}-1234567890123456-01"] },
            { [$"000-{Trace}-1234567890123456-01"] },
            { [$"0000-{Trace}-1234567890123456-01"] },
            { [$"0-{Trace}-1234567890123456-01"] },
            { ["00-00000000000000000000000000000000-1234567890123456-01"] },
            { ["00-.2345678901234567890123456789012-1234567890123456-01"] },
            { ["00-1234567890123456789012345678901.-1234567890123456-01"] },
            { ["00-123456789012345678901234567890123-1234567890123456-01"] },
            { ["00-1234567890123456789012345678901-1234567890123456-01"] },
            { [$"00-{Trace}-0000000000000000-01"] },
            { [$"00-{Trace}-.234567890123456-01"] },
            { [$"00-{Trace}-123456789012345.-01"] },
            { [$"00-{Trace}-12345678901234567-01"] },
            { [$"00-{Trace}-123456789012345-01"] },
            { [$"00-{Trace}-1234567890123456-.0"] },
            { [$"00-{Trace}-1234567890123456-0."] },
            { [$"00-{Trace}-1234567890123456-001"] },
            { [$"00-{Trace}-1234567890123456-1"] },
        };

    [Theory]
    [MemberData(nameof(Restarted))]
    public void A_trace_is_restarted_and_its_state_is_not_read(string[] lines)
    {
        var (parent, state) = PassOn([
            .. lines.Select(l => ("traceparent", l)),
            ("tracestate", "foo=1"),
        ]);
        Assert.DoesNotContain(Trace[..30], parent, StringComparison.Ordinal);
        Assert.Null(state);
    }

    [Theory]
    [MemberData(nameof(TraceStateTests.Valid), MemberType = typeof(TraceStateTests))]
    public void A_tracestate_is_inherited(string[] lines, string? expected) =>
        Assert.Equal(
            expected,
            PassOn([("traceparent", Parent), .. lines.Select(l => ("TraceState", l))]).TraceState
        );

    [Theory]
    [MemberData(nameof(TraceStateTests.Invalid), MemberType = typeof(TraceStateTests))]
    public void A_tracestate_is_discarded(string[] lines)
    {
        var (parent, state) = PassOn([
            ("traceparent", Parent),
            .. lines.Select(l => ("tracestate", l)),
        ]);
        Assert.StartsWith($"00-{Trace}-", parent, StringComparison.Ordinal);
        Assert.Null(state);
    }

    [Theory]
    [InlineData("trace-parent")]
    [InlineData("trace.parent")]
    public void Another_name_is_another_header(string name) =>
        Assert.DoesNotContain(Trace, PassOn((name, Parent)).TraceParent, StringComparison.Ordinal);

    [Fact]
    public void A_getter_of_one_text_may_give_all_lines_joined()
    {
        W3CPropagator.Whole.ExtractTraceIdAndState(
            null,
            (object? _, string name, out string? value, out IEnumerable<string>? values) =>
            {
                values = null;
                value = name == "traceparent" ? $"{Parent},{Parent}" : null;
            },
            out var id,
            out var state
        );
        Assert.Null(id);
        Assert.Null(state);
        W3CPropagator.Whole.ExtractTraceIdAndState(null, null, out id, out state);
        Assert.Null(id);
    }

    [Fact]
    public void Baggage_is_read_and_written()
    {
        var read = W3CPropagator.Whole.ExtractBaggage(
            null,
            (object? _, string _, out string? value, out IEnumerable<string>? values) =>
            {
                value = null;
                values = ["a=1", "b=%C3%A4"];
            }
        );
        Assert.Equal([KeyValuePair.Create("a", (string?)"1"), new("b", "\u00E4")], read);
        using var activity = new Activity("out").SetIdFormat(ActivityIdFormat.W3C);
        activity.AddBaggage("a b", "dropped").AddBaggage("k", "v, w");
        activity.Start();
        Dictionary<string, string> sent = [];
        void Set(object? carrier, string name, string value) => sent.Add(name, value);
        W3CPropagator.Whole.Inject(activity, null, Set);
        Assert.Equal("k=v%2C%20w", sent["baggage"]);
        for (var i = 0; i < 70; i++)
        {
            activity.AddBaggage($"k{i}", "v");
        }

        sent.Clear();
        W3CPropagator.Whole.Inject(activity, null, Set);
        Assert.True(Baggage.TryParse(sent["baggage"], out var most)); // no more than who reads it takes
        Assert.Equal(Baggage.MaxEntries, most.Entries.Length);
        sent.Clear();
        activity.TraceStateString = "a=1";
        W3CPropagator.TraceParentOnly.Inject(activity, null, Set);
        Assert.Equal(["traceparent"], sent.Keys);
        sent.Clear();
        W3CPropagator.Whole.Inject(null, null, Set);
        Assert.Empty(sent);
    }

    [Fact]
    public void The_span_of_the_call_replaces_the_one_that_the_carrier_wrote_for_the_same_trace()
    {
        using var activity = new Activity("out").SetIdFormat(ActivityIdFormat.W3C).Start();
        using var request = new HttpRequestMessage();
        static void Set(object? carrier, string name, string value)
        {
            var headers = ((HttpRequestMessage)carrier!).Headers;
            if (!headers.Contains(name)) // as the platform's handler does
            {
                headers.Add(name, value);
            }
        }

        request.Headers.Add("traceparent", $"00-{activity.TraceId}-1234567890123456-00");
        W3CPropagator.TraceParentOnly.Inject(activity, request, Set);
        Assert.Equal([activity.Id!], request.Headers.GetValues("traceparent"));

        request.Headers.Remove("traceparent");
        request.Headers.Add("traceparent", Parent);
        W3CPropagator.TraceParentOnly.Inject(activity, request, Set);
        Assert.Equal([Parent], request.Headers.GetValues("traceparent"));
    }

    [Fact]
    public void AddCommonContext_puts_it_in_place_of_the_platforms()
    {
        using var services = new ServiceCollection()
            .AddSingleton(DistributedContextPropagator.CreateDefaultPropagator())
            .AddCommonContext()
            .BuildServiceProvider();
        Assert.Same(
            W3CPropagator.Whole,
            Assert.Single(services.GetServices<DistributedContextPropagator>())
        );
    }
}
