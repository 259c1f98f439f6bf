namespace Common.Context.Tests;

public sealed class ContextDictionaryTests
{
    [Fact]
    public void A_dictionary_loses_nothing()
    {
        var time = new Common.Time.Tests.ManualTime(1000);
        var full = RequestContextTests.Full with
        {
            User = "al,ice \u00E4\n",
            Roles = ["a,b", "c d"],
            Deadline = Common.Time.Deadline.After(NodaTime.Duration.FromMilliseconds(1500), time),
        };
        var values = full.ToDictionary();
        Assert.Equal(full, RequestContext.FromDictionary(values, time));
        Assert.Equal("1500", values["deadline_remaining_ms"]);

        var bare = new RequestContext();
        Assert.Equal(2, bare.ToDictionary().Count);
        Assert.Equal(bare, RequestContext.FromDictionary(bare.ToDictionary(), time));
    }

    [Fact]
    public void Every_wrong_key_is_named_and_no_value()
    {
        string[] keys =
        [
            "global_request_id",
            "trace_id",
            "span_id",
            "offered_trace_id",
            "trace_flags",
            "trace_state",
            "tenant",
            "roles",
            "deadline_remaining_ms",
            "baggage",
            "read_only",
            "verbose",
        ];
        var values = keys.ToDictionary(k => k, _ => "<x>\n");
        values["unknown"] = "<x>\n";
        var error = Assert.Throws<FormatException>(() =>
            RequestContext.FromDictionary(values, TimeProvider.System)
        );
        Assert.Equal(
            $"This is not a context: missing or ill-formed are request_id, {string.Join(", ", keys)}.",
            error.Message
        );
    }

    [Fact]
    public void A_text_that_is_null_is_as_good_as_none()
    {
        var context = new RequestContext();
        Dictionary<string, string> values = new(context.ToDictionary());
        foreach (var key in RequestContextTests.Full.ToDictionary().Keys)
        {
            values.TryAdd(key, null!);
        }

        Assert.Equal(context, RequestContext.FromDictionary(values, TimeProvider.System));
    }

    [Fact]
    public void Policy_values_are_all_there_for_every_context()
    {
        Assert.Equal(
            new Dictionary<string, string>
            {
                ["user"] = "alice",
                ["domain"] = "example",
                ["tenant"] = "/acme/eu",
                ["on_behalf_of"] = "orders",
                ["roles"] = "reader,writer",
                ["read_only"] = "true",
            },
            RequestContextTests.Full.ToPolicyValues()
        );
        Assert.Equal(["", "", "", "", "", "false"], new RequestContext().ToPolicyValues().Values);
    }
}
