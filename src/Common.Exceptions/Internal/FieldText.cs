using System.Globalization;
using Common.Time;
using NodaTime;
using NodaTime.Text;

namespace Common.Exceptions.Internal;

/// <summary>Gives the one text of a field's value that is neither a number nor a boolean.</summary>
internal static class FieldText
{
    /// <summary>Times are written in RFC 3339 or ISO 8601 without loss, a URI without its user and password, the rest in the invariant culture.</summary>
    public static string? Of(object value) =>
        value switch
        {
            Instant instant => OfPoint(instant.WithOffset(Offset.Zero)) ?? Invariant(instant),
            OffsetDateTime time => OfPoint(time) ?? Invariant(time),
            ZonedDateTime time => OfPoint(time.ToOffsetDateTime()) ?? Invariant(time),
            LocalDateTime time => LocalDateTimePattern.ExtendedIso.Format(
                time.WithCalendar(CalendarSystem.Iso)
            ),
            LocalDate date => LocalDatePattern.Iso.Format(date.WithCalendar(CalendarSystem.Iso)),
            LocalTime time => LocalTimePattern.ExtendedIso.Format(time),
            DateTime or DateTimeOffset or DateOnly or TimeOnly => ((IFormattable)value).ToString(
                "O",
                CultureInfo.InvariantCulture
            ),
            Uri { IsAbsoluteUri: true, UserInfo.Length: > 0 } uri => uri.GetComponents(
                UriComponents.AbsoluteUri & ~UriComponents.UserInfo,
                UriFormat.SafeUnescaped
            ),
            IFormattable formattable => Invariant(formattable),
            _ => value.ToString(),
        };

    /// <summary>The text of a point in time, or null if RFC 3339 has none: its years are 0000 to 9999, its offsets of whole minutes.</summary>
    private static string? OfPoint(OffsetDateTime time)
    {
        Span<char> text = stackalloc char[Rfc3339.MaxLength];
        return Rfc3339.TryFormat(time, text, out var written) ? text[..written].ToString() : null;
    }

    private static string Invariant(IFormattable value) =>
        value.ToString(null, CultureInfo.InvariantCulture);
}
