using System.Text;
using NodaTime;

namespace Common.Time.Json;

/// <summary>Converts a time of day with its offset to and from JSON, as a full-time of RFC 3339.</summary>
public sealed class OffsetTimeJsonConverter : TimeJsonConverter<OffsetTime>
{
    private protected override string Name => "full-time";

    private protected override OffsetTime Parse(ReadOnlySpan<byte> utf8Text) =>
        Rfc3339.ParseTime(Encoding.UTF8.GetString(utf8Text));

    private protected override int Format(OffsetTime value, Span<byte> destination) =>
        Copy(Rfc3339.FormatTime(value), destination);
}
