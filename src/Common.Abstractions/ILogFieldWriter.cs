using System.ComponentModel;

namespace Common.Abstractions;

/// <summary>Takes the fields of a log event. Called by generated code only.</summary>
/// <remarks>
/// Each <c>member</c> is the name as it stands within a JSON object, in UTF-8: <c>,"order_id":</c>; what lies between the quotation
/// marks is the name itself. Within a list it is empty.
/// </remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public interface ILogFieldWriter
{
    /// <summary>Writes a field without a value.</summary>
    /// <param name="member">The name.</param>
    void WriteNull(ReadOnlySpan<byte> member);

    /// <summary>Writes a truth value.</summary>
    /// <param name="member">The name.</param>
    /// <param name="value">The value.</param>
    void Write(ReadOnlySpan<byte> member, bool value);

    /// <summary>Writes a whole number.</summary>
    /// <param name="member">The name.</param>
    /// <param name="value">The value.</param>
    void Write(ReadOnlySpan<byte> member, long value);

    /// <summary>Writes a whole number.</summary>
    /// <param name="member">The name.</param>
    /// <param name="value">The value.</param>
    void Write(ReadOnlySpan<byte> member, ulong value);

    /// <summary>Writes a number in the shortest form that reads back the same.</summary>
    /// <param name="member">The name.</param>
    /// <param name="value">The value; NaN and the infinities are written as strings.</param>
    void Write(ReadOnlySpan<byte> member, float value);

    /// <summary>Writes a number in the shortest form that reads back the same.</summary>
    /// <param name="member">The name.</param>
    /// <param name="value">The value; NaN and the infinities are written as strings.</param>
    void Write(ReadOnlySpan<byte> member, double value);

    /// <summary>Writes a number with all its digits, trailing zeros included.</summary>
    /// <param name="member">The name.</param>
    /// <param name="value">The value.</param>
    void Write(ReadOnlySpan<byte> member, decimal value);

    /// <summary>Writes a string.</summary>
    /// <param name="member">The name.</param>
    /// <param name="value">The value; <see langword="null"/> is written as a field without a value.</param>
    void Write(ReadOnlySpan<byte> member, string? value);

    /// <summary>
    /// Writes a value as text: in RFC 3339 if it is a point in time, in ISO 8601 if it is a local date or time, else as its type
    /// formats it for the invariant culture.
    /// </summary>
    /// <typeparam name="T">The type of the value.</typeparam>
    /// <param name="member">The name.</param>
    /// <param name="value">The value; <see langword="null"/> is written as a field without a value.</param>
    void WriteFormatted<T>(ReadOnlySpan<byte> member, T value);

    /// <summary>Begins a list; its elements follow with empty names.</summary>
    /// <param name="member">The name.</param>
    /// <param name="count">How many elements the whole list has; if more than <see cref="MaxElements"/>, the count is written beside the list.</param>
    void BeginList(ReadOnlySpan<byte> member, int count);

    /// <summary>Ends a list.</summary>
    void EndList();

    /// <summary>How many elements of a list are written.</summary>
    /// <value>100.</value>
    const int MaxElements = 100;
}
