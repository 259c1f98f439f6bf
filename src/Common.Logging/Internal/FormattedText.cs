using System.Globalization;
using Common.Time;
using NodaTime;
using NodaTime.Text;

namespace Common.Logging.Internal;

/// <summary>The text of values that have one: RFC 3339 for points in time, ISO 8601 for local dates and times, else the type's own for the invariant culture.</summary>
internal static class FormattedText
{
    /// <summary>How many characters the texts of the platform's types take.</summary>
    public const int UsualLength = 128;

    /// <summary>Writes a value as text where that needs no memory.</summary>
    /// <returns>Whether it was written; else <see cref="Of"/> gives the text.</returns>
    public static bool TryWrite<T>(T value, Span<char> target, out int written)
    {
        written = 0;
        if (typeof(T) == typeof(Instant))
        {
            return Rfc3339.TryFormat((Instant)(object)value!, target, out written);
        }

        if (typeof(T) == typeof(DateTimeOffset))
        {
            return Rfc3339.TryFormat(
                Instant.FromDateTimeOffset((DateTimeOffset)(object)value!),
                target,
                out written
            );
        }

        return typeof(T).IsValueType
            && typeof(T) != typeof(DateTime)
            && typeof(T) != typeof(DateOnly)
            && typeof(T) != typeof(TimeOnly)
            && value is ISpanFormattable
            && ((ISpanFormattable)value).TryFormat(
                target,
                out written,
                default,
                CultureInfo.InvariantCulture
            );
    }

    /// <summary>Gives a value's text. What its type throws is thrown.</summary>
    public static string Of(object? value) =>
        value switch
        {
            null => "null",
            string text => text,
            Instant instant => OfPoint(instant) ?? Invariant(instant),
            OffsetDateTime time => OfPoint(InstantOf(time)) ?? Invariant(time),
            ZonedDateTime time => OfPoint(time.ToInstant()) ?? Invariant(time),
            LocalDateTime time => LocalDateTimePattern.ExtendedIso.Format(
                time.WithCalendar(CalendarSystem.Iso)
            ),
            LocalDate date => LocalDatePattern.Iso.Format(date.WithCalendar(CalendarSystem.Iso)),
            LocalTime time => LocalTimePattern.ExtendedIso.Format(time),
            DateTimeOffset time => OfPoint(Instant.FromDateTimeOffset(time)),
            DateTime { Kind: DateTimeKind.Utc } time => OfPoint(Instant.FromDateTimeUtc(time)),
            DateTime or DateOnly or TimeOnly => ((IFormattable)value).ToString(
                "O",
                CultureInfo.InvariantCulture
            ),
            Uri uri => SecretMask.Apply(uri.OriginalString),
            IFormattable formattable => Invariant(formattable),
            _ => value.ToString(),
        } ?? "null";

    /// <summary>The text of a point in time, or null if RFC 3339 has none: its years are 0000 to 9999.</summary>
    private static string? OfPoint(Instant? instant)
    {
        Span<char> text = stackalloc char[Rfc3339.MaxLength];
        return instant is { } point && Rfc3339.TryFormat(point, text, out var written)
            ? text[..written].ToString()
            : null;
    }

    private static Instant? InstantOf(OffsetDateTime time)
    {
        try
        {
            return time.ToInstant();
        }
        catch (OverflowException)
        {
            return null; // a local time at the end of time, whose instant would be behind it
        }
    }

    private static string Invariant(IFormattable value) =>
        value.ToString(null, CultureInfo.InvariantCulture);
}
