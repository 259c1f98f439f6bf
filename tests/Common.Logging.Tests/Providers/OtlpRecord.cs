namespace Common.Logging.Tests.Providers;

/// <summary>A log record of OTLP; the numbers are those of opentelemetry/proto/logs/v1/logs.proto.</summary>
internal sealed class OtlpRecord
{
    public OtlpRecord(string scope, ProtoMessage record)
    {
        Scope = scope;
        SeverityNumber = (int)record.Number(2);
        SeverityText = record.Text(3);
        Body = record.Message(5).Text(1);
        Attributes = record
            .Messages(6)
            .ToDictionary(
                pair => pair.Text(1),
                pair => Value(pair.Message(2)),
                StringComparer.Ordinal
            );
        TraceId = Convert.ToHexStringLower(record.Bytes(9).Span);
        EventName = record.Text(12);
    }

    /// <summary>The name of the instrumentation scope: the logger's category.</summary>
    public string Scope { get; }

    public int SeverityNumber { get; }

    public string SeverityText { get; }

    public string Body { get; }

    public IReadOnlyDictionary<string, object?> Attributes { get; }

    public string TraceId { get; }

    public string EventName { get; }

    /// <summary>An AnyValue of opentelemetry/proto/common/v1/common.proto.</summary>
    private static object? Value(ProtoMessage value) =>
        value.Has(1) ? value.Text(1)
        : value.Has(2) ? value.Number(2) != 0
        : value.Has(3) ? (long)value.Number(3)
        : value.Has(4) ? BitConverter.UInt64BitsToDouble(value.Number(4))
        : value.Has(5) ? value.Message(5).Messages(1).Select(Value).ToArray()
        : null;
}
