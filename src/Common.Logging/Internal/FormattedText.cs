using System.Globalization;
using Common.Time;
using NodaTime;

namespace Common.Logging.Internal;

/// <summary>The text of values that have one: RFC 3339 for points in time, else the type's own for the invariant culture.</summary>
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
            Instant instant => Rfc3339.Format(instant),
            OffsetDateTime time => Rfc3339.Format(time.ToInstant()),
            DateTimeOffset time => Rfc3339.Format(Instant.FromDateTimeOffset(time)),
            DateTime { Kind: DateTimeKind.Utc } time => Rfc3339.Format(
                Instant.FromDateTimeUtc(time)
            ),
            DateTime or DateOnly or TimeOnly => ((IFormattable)value).ToString(
                "O",
                CultureInfo.InvariantCulture
            ),
            Uri uri => SecretMask.Apply(uri.OriginalString),
            IFormattable formattable => formattable.ToString(null, CultureInfo.InvariantCulture),
            _ => value.ToString() ?? "null",
        };
}
