using NodaTime;

namespace Common.Time.Json;

/// <summary>Converts a date and time with its offset to and from JSON, as a date-time of RFC 3339.</summary>
public sealed class OffsetDateTimeJsonConverter : TimeJsonConverter<OffsetDateTime>
{
    private protected override string Name => "date-time";

    private protected override OffsetDateTime Parse(ReadOnlySpan<byte> utf8Text) =>
        Rfc3339.ParseOffsetDateTime(utf8Text);

    private protected override int Format(OffsetDateTime value, Span<byte> destination) =>
        Copy(Rfc3339.Format(value), destination);
}
