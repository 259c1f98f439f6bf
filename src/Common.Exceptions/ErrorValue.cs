using System.Globalization;
using System.Text.Json;
using Common.Exceptions.Internal;

namespace Common.Exceptions;

/// <summary>The value of a public field of an error: one scalar of JSON. Immutable and thread-safe.</summary>
/// <remarks><see langword="default"/> is the null of JSON. What is no number and no boolean is a text, in the invariant culture.</remarks>
public readonly struct ErrorValue : IEquatable<ErrorValue>
{
    /// <summary>The greatest length of a text; a longer one is cut and ends with an ellipsis.</summary>
    public const int MaxTextLength = 1024;

    private readonly string? _text;
    private readonly decimal _number;

    private ErrorValue(ErrorValueKind kind, decimal number, string? text = null)
    {
        Kind = kind;
        _number = number;
        _text = text;
    }

    /// <summary>What the value holds.</summary>
    /// <value><see cref="ErrorValueKind.Null"/> for <see langword="default"/>.</value>
    public ErrorValueKind Kind { get; }

    /// <summary>Makes a value of anything: numbers and booleans as such, anything else as its text.</summary>
    /// <typeparam name="T">The static type of the value.</typeparam>
    /// <param name="value">The value; may be <see langword="null"/>.</param>
    /// <returns>
    /// The value. NaN and infinities are texts, since JSON has no numbers for them. Dates and times are written in ISO 8601 and without
    /// loss, points in time of NodaTime in RFC 3339; a URI without its user and password; the rest in the invariant culture.
    /// </returns>
    public static ErrorValue From<T>(T value) =>
        value switch
        {
            null => default,
            ErrorValue known => known,
            string text => text,
            bool flag => flag,
            int number => number,
            long number => number,
            decimal number => number,
            double number => number,
            float number => OfShortest(number),
            byte or sbyte or short or ushort or uint or ulong => Integer(
                Convert.ToDecimal(value, CultureInfo.InvariantCulture)
            ),
            nint number => (long)number,
            nuint number => Integer((ulong)number),
            _ => FieldText.Of(value),
        };

    /// <summary>Makes a text.</summary>
    /// <param name="value">The text; cut at <see cref="MaxTextLength"/> characters.</param>
    public static implicit operator ErrorValue(string? value) =>
        value is null
            ? default
            : new(ErrorValueKind.Text, 0, BoundedText.Cut(value, MaxTextLength));

    /// <summary>Makes a boolean.</summary>
    /// <param name="value">The boolean.</param>
    public static implicit operator ErrorValue(bool value) =>
        new(ErrorValueKind.Boolean, value ? 1 : 0);

    /// <summary>Makes a whole number.</summary>
    /// <param name="value">The number.</param>
    public static implicit operator ErrorValue(long value) => new(ErrorValueKind.Integer, value);

    /// <summary>Makes a whole number.</summary>
    /// <param name="value">The number.</param>
    public static implicit operator ErrorValue(int value) => new(ErrorValueKind.Integer, value);

    /// <summary>Makes a decimal fraction; the number of its decimals is kept.</summary>
    /// <param name="value">The number.</param>
    public static implicit operator ErrorValue(decimal value) =>
        value.Scale == 0 ? Integer(value) : new(ErrorValueKind.Decimal, value);

    /// <summary>Makes a binary fraction; NaN and infinities become texts.</summary>
    /// <param name="value">The number.</param>
    public static implicit operator ErrorValue(double value) =>
        double.IsFinite(value)
            ? new ErrorValue(ErrorValueKind.Number, BitConverter.DoubleToInt64Bits(value))
            : value.ToString(CultureInfo.InvariantCulture);

    /// <summary>Compares two values by kind and content.</summary>
    /// <param name="left">A value.</param>
    /// <param name="right">A value.</param>
    /// <returns><see langword="true"/> if both hold the same.</returns>
    public static bool operator ==(ErrorValue left, ErrorValue right) => left.Equals(right);

    /// <summary>Compares two values by kind and content.</summary>
    /// <param name="left">A value.</param>
    /// <param name="right">A value.</param>
    /// <returns><see langword="true"/> if the two differ.</returns>
    public static bool operator !=(ErrorValue left, ErrorValue right) => !left.Equals(right);

    /// <inheritdoc/>
    public bool Equals(ErrorValue other) =>
        Kind == other.Kind && _number == other._number && _text == other._text;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is ErrorValue other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Kind, _number, _text);

    /// <summary>Gives the value as a sentence for people shows it.</summary>
    /// <returns>The text itself, a number in the invariant culture, <c>true</c>, <c>false</c> or <c>null</c>.</returns>
    public override string ToString() =>
        Kind switch
        {
            ErrorValueKind.Text => _text!,
            ErrorValueKind.Integer or ErrorValueKind.Decimal => _number.ToString(
                CultureInfo.InvariantCulture
            ),
            ErrorValueKind.Number => Double.ToString(CultureInfo.InvariantCulture),
            ErrorValueKind.Boolean => _number == 0 ? "false" : "true",
            _ => "null",
        };

    /// <summary>Gives the whole number.</summary>
    /// <param name="value">The number, or 0 when this method returns <see langword="false"/>.</param>
    /// <returns><see langword="true"/> if the value is a whole number that fits.</returns>
    public bool TryGetInt64(out long value)
    {
        var fits =
            Kind == ErrorValueKind.Integer && _number is >= long.MinValue and <= long.MaxValue;
        value = fits ? (long)_number : 0;
        return fits;
    }

    /// <summary>Gives the exact number.</summary>
    /// <param name="value">The number, or 0 when this method returns <see langword="false"/>.</param>
    /// <returns><see langword="true"/> if the value is a whole number or a decimal fraction.</returns>
    public bool TryGetDecimal(out decimal value)
    {
        var fits = Kind is ErrorValueKind.Integer or ErrorValueKind.Decimal;
        value = fits ? _number : 0;
        return fits;
    }

    /// <summary>Gives the text.</summary>
    /// <param name="value">The text, or <see langword="null"/> when this method returns <see langword="false"/>.</param>
    /// <returns><see langword="true"/> if the value is a text.</returns>
    public bool TryGetText([System.Diagnostics.CodeAnalysis.NotNullWhen(true)] out string? value)
    {
        value = _text;
        return Kind == ErrorValueKind.Text;
    }

    /// <summary>Gives the boolean.</summary>
    /// <param name="value">The boolean, or <see langword="false"/> when this method returns <see langword="false"/>.</param>
    /// <returns><see langword="true"/> if the value is a boolean.</returns>
    public bool TryGetBoolean(out bool value)
    {
        value = Kind == ErrorValueKind.Boolean && _number != 0;
        return Kind == ErrorValueKind.Boolean;
    }

    private double Double => BitConverter.Int64BitsToDouble((long)_number);

    internal void Write(Utf8JsonWriter writer)
    {
        switch (Kind)
        {
            case ErrorValueKind.Text:
                writer.WriteStringValue(_text);
                break;
            case ErrorValueKind.Integer when TryGetInt64(out var number):
                writer.WriteNumberValue(number);
                break;
            case ErrorValueKind.Integer:
            case ErrorValueKind.Decimal:
                writer.WriteNumberValue(_number);
                break;
            case ErrorValueKind.Number:
                writer.WriteNumberValue(Double);
                break;
            case ErrorValueKind.Boolean:
                writer.WriteBooleanValue(_number != 0);
                break;
            default:
                writer.WriteNullValue();
                break;
        }
    }

    internal static ErrorValue Read(ref Utf8JsonReader reader) =>
        reader.TokenType switch
        {
            JsonTokenType.String => reader.GetString(),
            JsonTokenType.True => true,
            JsonTokenType.False => false,
            // An exponent says that a double was written; its decimal reading would be another value.
            JsonTokenType.Number
                when !reader.ValueSpan.ContainsAny("eE"u8)
                    && reader.TryGetDecimal(out var number) => number,
            JsonTokenType.Number => reader.TryGetDouble(out var number) ? number : default,
            _ => default,
        };

    // The number that people read: 0.1, where the nearest double of the same bits is 0.10000000149011612.
    private static double OfShortest(float value) =>
        double.Parse(value.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);

    private static ErrorValue Integer(decimal value) => new(ErrorValueKind.Integer, value);
}
