using Common.Context;

namespace Common.Logging.Tests;

public sealed class RecordTests
{
    private static readonly RequestContext Context = new(
        RequestId.Parse("req-550e8400-e29b-41d4-a716-446655440000")
    )
    {
        GlobalRequestId = RequestId.Parse("req-0af76519-16cd-43dd-8448-eb211c80319c"),
        TraceId = System.Diagnostics.ActivityTraceId.CreateFromString(
            "0af7651916cd43dd8448eb211c80319c"
        ),
        SpanId = System.Diagnostics.ActivitySpanId.CreateFromString("b7ad6b7169203331"),
        User = "alice",
        Tenant = TenantPath.Parse("/acme/eu"),
    };

    [Fact]
    public void Json_record_is_one_line_of_the_schema()
    {
        using var log = new TestLog(LogFormat.Json);
        using (Context.Enter())
        {
            log.Logger.OrderCompleted(42, 3, 129.95m);
        }

        Assert.Equal(
            """{"timestamp":"2026-11-21T10:11:12.345678Z","severity_text":"INFO","severity_number":9,"schema":1,"resource":{"service":"orders","version":"2.3.0","instance":"a7f3","host":"node-4","environment":"prod"},"logger":"Orders.Checkout","event_name":"order.completed","event_id":1042,"body":"Order completed","request_id":"req-550e8400-e29b-41d4-a716-446655440000","global_request_id":"req-0af76519-16cd-43dd-8448-eb211c80319c","trace_id":"0af7651916cd43dd8448eb211c80319c","span_id":"b7ad6b7169203331","user":"alice","tenant":"/acme/eu","attributes":{"order_id":42,"items":3,"total":129.95}}"""
                + "\n",
            log.Text
        );
    }

    [Fact]
    public void Text_record_is_one_line_for_people()
    {
        using var log = new TestLog(LogFormat.Text);
        using (Context.Enter())
        {
            log.Logger.OrderCompleted(42, 3, 129.95m);
        }

        Assert.Equal(
            "2026-11-21T10:11:12.345678Z INFO  orders[a7f3] "
                + "[req-550e8400-e29b-41d4-a716-446655440000 req-0af76519-16cd-43dd-8448-eb211c80319c alice /acme/eu] "
                + "Orders.Checkout order.completed: Order completed order_id=42 items=3 total=129.95\n",
            log.Text
        );
    }

    [Fact]
    public void Record_without_request_and_fields_has_neither()
    {
        using var json = new TestLog(LogFormat.Json);
        using var text = new TestLog(LogFormat.Text);
        json.Logger.NothingSeen();
        text.Logger.NothingSeen();

        Assert.EndsWith("\"body\":\"Nothing seen\"}\n", json.Text, StringComparison.Ordinal);
        Assert.Equal(
            "2026-11-21T10:11:12.345678Z INFO  orders[a7f3] [-] Orders.Checkout nothing.seen: Nothing seen\n",
            text.Text
        );
    }

    [Theory]
    [InlineData("plain", "plain")]
    [InlineData("a b", "\"a b\"")]
    [InlineData("", "\"\"")]
    [InlineData("42", "\"42\"")]
    [InlineData("-1.5e3", "\"-1.5e3\"")]
    [InlineData("2026-11-21", "2026-11-21")]
    [InlineData("007", "007")]
    [InlineData("true", "\"true\"")]
    [InlineData("null", "\"null\"")]
    [InlineData("-", "\"-\"")]
    [InlineData("a=b", "\"a=b\"")]
    [InlineData("a\"b\\c", "\"a\\\"b\\\\c\"")]
    [InlineData("x\ny", "\"x\\ny\"")]
    [InlineData("e\u001b[31m", "\"e\\u001b[31m\"")]
    [InlineData("nel\u0085", "\"nel\\u0085\"")]
    [InlineData("bidi\u202e", "\"bidi\\u202e\"")]
    [InlineData("zero\u200bwidth", "\"zero\\u200bwidth\"")]
    [InlineData("ls\u2028ps\u2029", "\"ls\\u2028ps\\u2029\"")]
    [InlineData("del\u007f", "\"del\\u007f\"")]
    [InlineData("Grüße 😀", "\"Grüße 😀\"")]
    [InlineData("tag\U000E0041", "\"tag\\udb40\\udc41\"")]
    [InlineData("variation\ufe0f", "\"variation\\ufe0f\"")]
    [InlineData("shorthand\U0001bca0", "\"shorthand\\ud82f\\udca0\"")]
    public void Text_values_are_bare_or_quoted(string value, string written)
    {
        using var log = new TestLog(LogFormat.Text);
        log.Logger.TextSeen(value);

        Assert.EndsWith($" text={written}\n", log.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Lone_surrogate_is_replaced()
    {
        using var log = new TestLog(LogFormat.Text);
        log.Logger.TextSeen("lone" + '\ud800' + "x" + '\udc00');

        Assert.EndsWith(" text=\"lone\ufffdx\ufffd\"\n", log.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(LogFormat.Json)]
    [InlineData(LogFormat.Text)]
    public void Reader_gives_back_what_was_logged(LogFormat format)
    {
        using var log = new TestLog(format);
        using (Context.Enter())
        {
            log.Logger.OrderCompleted(42, 3, 129.90m);
        }

        var record = log.Record;
        Assert.Equal("order.completed", record.EventName);
        Assert.Equal("Order completed", record.Body);
        Assert.Equal("Orders.Checkout", record.Logger);
        Assert.Equal(("INFO", 9), (record.SeverityText, record.SeverityNumber));
        Assert.Equal(("orders", "a7f3"), (record.Service, record.Instance));
        Assert.Equal(Context.RequestId, record.RequestId);
        Assert.Equal(Context.GlobalRequestId, record.GlobalRequestId);
        Assert.Equal(("alice", "/acme/eu"), (record.User, record.Tenant));
        Assert.Equal(42L, record.Attributes["order_id"]);
        Assert.Equal(129.90m, record.Attributes["total"]);
        Assert.Null(record.Exception);
        Assert.False(record.IsTruncated);
    }

    [Theory]
    [InlineData(LogFormat.Json)]
    [InlineData(LogFormat.Text)]
    public void Exception_is_read_back_with_its_inner_ones(LogFormat format)
    {
        using var log = new TestLog(format);
        using (Context.Enter())
        {
            log.Logger.OrderFailed(Thrown("no\nroute = 1", new FormatException("inner")), "late");
        }

        var error = log.Record.Exception;
        Assert.NotNull(error);
        Assert.Equal("System.InvalidOperationException", error.Type);
        Assert.Equal("no\nroute = 1", error.Message);
        Assert.Contains("Thrown", error.StackTrace, StringComparison.Ordinal);
        Assert.Contains(
            "---> System.FormatException: inner",
            error.StackTrace,
            StringComparison.Ordinal
        );
        Assert.All(
            log.Lines,
            line =>
                Assert.Contains(
                    "req-0af76519-16cd-43dd-8448-eb211c80319c",
                    line,
                    StringComparison.Ordinal
                )
        );
    }

    [Theory]
    [InlineData(LogFormat.Json)]
    [InlineData(LogFormat.Text)]
    public void Every_type_has_its_form(LogFormat format)
    {
        using var log = new TestLog(format);
        log.Logger.AllSeen(
            true,
            'x',
            ulong.MaxValue,
            0.1f,
            Guid.Parse("550e8400-e29b-41d4-a716-446655440000"),
            Context.RequestId,
            Context.Tenant,
            NodaTime.Instant.FromUtc(2026, 1, 2, 3, 4, 5),
            NodaTime.Duration.FromSeconds(90),
            new DateTimeOffset(2026, 1, 2, 3, 4, 5, TimeSpan.FromHours(1)),
            TimeSpan.FromSeconds(90),
            new Uri("https://user:hunter2@example.org/x"),
            DayOfWeek.Friday,
            null
        );

        var fields = log.Record.Attributes;
        Assert.Equal(true, fields["yes"]);
        Assert.Equal("x", fields["letter"]);
        Assert.Equal((decimal)ulong.MaxValue, fields["big"]);
        Assert.Equal(0.1m, fields["share"]);
        Assert.Equal("550e8400-e29b-41d4-a716-446655440000", fields["guid"]);
        Assert.Equal(Context.RequestId.ToString(), fields["linked_request"]);
        Assert.Equal("/acme/eu", fields["tenant_path"]);
        Assert.Equal("2026-01-02T03:04:05Z", fields["instant"]);
        Assert.Equal("0:00:01:30", fields["duration"]);
        Assert.Equal("2026-01-02T02:04:05Z", fields["time"]);
        Assert.Equal("00:01:30", fields["span"]);
        Assert.Equal("https://user:***@example.org/x", fields["uri"]);
        Assert.Equal("Friday", fields["day"]);
        Assert.Null(fields["nothing"]);
    }

    private static InvalidOperationException Thrown(string message, Exception inner)
    {
        try
        {
            throw new InvalidOperationException(message, inner);
        }
        catch (InvalidOperationException exception)
        {
            return exception;
        }
    }
}
