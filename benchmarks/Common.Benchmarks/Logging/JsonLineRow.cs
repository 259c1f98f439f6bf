using System.Buffers.Text;
using System.Globalization;
using System.Text;
using System.Text.Json;
using Common.Benchmarks.Runner;

namespace Common.Benchmarks.Logging;

/// <summary>One JSON line of a completed order: a time, what the service and the request have in common, three values.</summary>
internal sealed class JsonLineRow : IRow, IDisposable
{
    private const long OrderId = 42;
    private const int Items = 3;
    private const decimal Total = 129.95m;

    private static readonly DateTime Start = new(2026, 11, 21, 10, 11, 12, DateTimeKind.Utc);

    private static ReadOnlySpan<byte> Head => "{\"timestamp\":\""u8;

    // What does not change within a request is encoded once.
    private static ReadOnlySpan<byte> Middle =>
        "\",\"severity_text\":\"INFO\",\"severity_number\":9,\"schema\":1,\"resource\":{\"service\":\"orders\",\"version\":\"2.3.0\",\"instance\":\"a7f3\",\"host\":\"node-4\",\"environment\":\"prod\"},\"logger\":\"Orders.Checkout\",\"event_name\":\"order.completed\",\"event_id\":1042,\"body\":\"Order completed\",\"request_id\":\"req-550e8400-e29b-41d4-a716-446655440000\",\"global_request_id\":\"req-0af76519-16cd-43dd-8448-eb211c80319c\",\"trace_id\":\"0af7651916cd43dd8448eb211c80319c\",\"span_id\":\"b7ad6b7169203331\",\"user\":\"alice\",\"tenant\":\"/acme/eu\",\"attributes\":{\"order_id\":"u8;

    private readonly byte[] _line = new byte[1024];
    private readonly MemoryStream _stream = new(new byte[1024]);
    private readonly Utf8JsonWriter _writer;

    public JsonLineRow() =>
        _writer = new Utf8JsonWriter(_stream, new JsonWriterOptions { SkipValidation = true });

    public string Area => "Logging";

    public string Title => "one JSON line, 3 values + context, formatted";

    public IReadOnlyList<Contender> Prepare()
    {
        var byHand = Encoding.UTF8.GetString(_line, 0, WriteByHand(Start));
        WriteWithWriter(Start);
        var byWriter = Encoding.UTF8.GetString(_stream.ToArray(), 0, (int)_stream.Position);
        return byHand == byWriter
            ?
            [
                Contender.Baseline(
                    "hand-written",
                    count =>
                    {
                        for (var i = 0; i < count; i++)
                            Sink.Keep(WriteByHand(Start.AddTicks(i * 10L)));
                    }
                ),
                new(
                    "Utf8JsonWriter",
                    count =>
                    {
                        for (var i = 0; i < count; i++)
                            WriteWithWriter(Start.AddTicks(i * 10L));
                    }
                ),
            ]
            : throw new InvalidOperationException($"The lines differ:\n{byHand}{byWriter}");
    }

    public void Dispose()
    {
        _writer.Dispose();
        _stream.Dispose();
    }

    private int WriteByHand(DateTime time)
    {
        var rest = _line.AsSpan();
        Append(ref rest, Head);
        WriteTime(rest, time);
        rest = rest[27..];
        Append(ref rest, Middle);
        Utf8Formatter.TryFormat(OrderId, rest, out var written);
        rest = rest[written..];
        Append(ref rest, ",\"items\":"u8);
        Utf8Formatter.TryFormat(Items, rest, out written);
        rest = rest[written..];
        Append(ref rest, ",\"total\":"u8);
        Utf8Formatter.TryFormat(Total, rest, out written);
        rest = rest[written..];
        Append(ref rest, "}}\n"u8);
        return _line.Length - rest.Length;
    }

    private static void Append(ref Span<byte> rest, ReadOnlySpan<byte> text)
    {
        text.CopyTo(rest);
        rest = rest[text.Length..];
    }

    private static void WriteTime(Span<byte> target, DateTime time)
    {
        "0000-00-00T00:00:00.000000Z"u8.CopyTo(target);
        var (year, month, day) = time;
        Digits(target[..4], year);
        Digits(target[5..7], month);
        Digits(target[8..10], day);
        Digits(target[11..13], time.Hour);
        Digits(target[14..16], time.Minute);
        Digits(target[17..19], time.Second);
        Digits(target[20..26], (int)(time.Ticks % TimeSpan.TicksPerSecond / 10));
    }

    private static void Digits(Span<byte> target, int value)
    {
        for (var i = target.Length - 1; i >= 0; i--)
            (value, target[i]) = (value / 10, (byte)('0' + (value % 10)));
    }

    private void WriteWithWriter(DateTime time)
    {
        _stream.Position = 0;
        _writer.Reset();
        _writer.WriteStartObject();
        _writer.WriteString(
            "timestamp"u8,
            time.ToString("yyyy-MM-dd'T'HH:mm:ss.ffffff'Z'", CultureInfo.InvariantCulture)
        );
        _writer.WriteString("severity_text"u8, "INFO"u8);
        _writer.WriteNumber("severity_number"u8, 9);
        _writer.WriteNumber("schema"u8, 1);
        _writer.WriteStartObject("resource"u8);
        _writer.WriteString("service"u8, "orders");
        _writer.WriteString("version"u8, "2.3.0");
        _writer.WriteString("instance"u8, "a7f3");
        _writer.WriteString("host"u8, "node-4");
        _writer.WriteString("environment"u8, "prod");
        _writer.WriteEndObject();
        _writer.WriteString("logger"u8, "Orders.Checkout");
        _writer.WriteString("event_name"u8, "order.completed");
        _writer.WriteNumber("event_id"u8, 1042);
        _writer.WriteString("body"u8, "Order completed");
        _writer.WriteString("request_id"u8, "req-550e8400-e29b-41d4-a716-446655440000");
        _writer.WriteString("global_request_id"u8, "req-0af76519-16cd-43dd-8448-eb211c80319c");
        _writer.WriteString("trace_id"u8, "0af7651916cd43dd8448eb211c80319c");
        _writer.WriteString("span_id"u8, "b7ad6b7169203331");
        _writer.WriteString("user"u8, "alice");
        _writer.WriteString("tenant"u8, "/acme/eu");
        _writer.WriteStartObject("attributes"u8);
        _writer.WriteNumber("order_id"u8, OrderId);
        _writer.WriteNumber("items"u8, Items);
        _writer.WriteNumber("total"u8, Total);
        _writer.WriteEndObject();
        _writer.WriteEndObject();
        _writer.Flush();
        _stream.WriteByte((byte)'\n');
    }
}
