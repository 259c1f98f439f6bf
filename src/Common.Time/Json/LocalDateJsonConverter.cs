using System.Text;
using NodaTime;

namespace Common.Time.Json;

/// <summary>Converts a date to and from JSON, as a full-date of RFC 3339.</summary>
public sealed class LocalDateJsonConverter : TimeJsonConverter<LocalDate>
{
    private protected override string Name => "full-date";

    private protected override LocalDate Parse(ReadOnlySpan<byte> utf8Text) =>
        Rfc3339.ParseDate(Encoding.UTF8.GetString(utf8Text));

    private protected override int Format(LocalDate value, Span<byte> destination) =>
        Copy(Rfc3339.FormatDate(value), destination);
}
