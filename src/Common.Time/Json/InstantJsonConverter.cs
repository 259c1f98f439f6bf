using NodaTime;

namespace Common.Time.Json;

/// <summary>Converts an instant to and from JSON, as a date-time of RFC 3339 in UTC.</summary>
public sealed class InstantJsonConverter : TimeJsonConverter<Instant>
{
    private protected override string Name => "date-time";

    private protected override Instant Parse(ReadOnlySpan<byte> utf8Text) =>
        Rfc3339.Parse(utf8Text);

    private protected override int Format(Instant value, Span<byte> destination) =>
        Rfc3339.TryFormat(value, destination, out var written)
            ? written
            : Copy(Rfc3339.Format(value), destination); // says why not
}
