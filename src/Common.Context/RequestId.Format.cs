using System.Text;
using Common.Context.Internal;

namespace Common.Context;

public readonly partial struct RequestId : IUtf8SpanFormattable, ISpanFormattable
{
    /// <summary>The count of characters, and of UTF-8 bytes, of an ID's text.</summary>
    public const int TextLength = 40;

    private const string NoneText = "-";

    /// <summary>Writes the ID.</summary>
    /// <returns>The 40 characters of its one form, or <c>-</c> for <see cref="None"/>.</returns>
    public override string ToString()
    {
        if (IsNone)
        {
            return NoneText;
        }

        Span<byte> text = stackalloc byte[TextLength];
        Uuid.Write(text, _high, _low);
        return Encoding.ASCII.GetString(text);
    }

    /// <summary>Tries to write the ID as characters.</summary>
    /// <param name="destination">Where it goes; <see cref="TextLength"/> characters are always enough.</param>
    /// <param name="charsWritten">How many characters were written; 0 when this method returns <see langword="false"/>.</param>
    /// <returns><see langword="false"/> if there is no room.</returns>
    public bool TryFormat(Span<char> destination, out int charsWritten)
    {
        charsWritten = 0;
        if (IsNone)
        {
            return NoneText.TryCopyTo(destination) && (charsWritten = 1) == 1;
        }

        if (destination.Length < TextLength)
        {
            return false;
        }

        Span<byte> text = stackalloc byte[TextLength];
        Uuid.Write(text, _high, _low);
        Ascii.ToUtf16(text, destination, out charsWritten);
        return true;
    }

    /// <summary>Tries to write the ID as UTF-8.</summary>
    /// <param name="utf8Destination">Where it goes; <see cref="TextLength"/> bytes are always enough.</param>
    /// <param name="bytesWritten">How many bytes were written; 0 when this method returns <see langword="false"/>.</param>
    /// <returns><see langword="false"/> if there is no room.</returns>
    public bool TryFormat(Span<byte> utf8Destination, out int bytesWritten)
    {
        bytesWritten = 0;
        if (IsNone)
        {
            return "-"u8.TryCopyTo(utf8Destination) && (bytesWritten = 1) == 1;
        }

        if (utf8Destination.Length < TextLength)
        {
            return false;
        }

        Uuid.Write(utf8Destination, _high, _low);
        bytesWritten = TextLength;
        return true;
    }

    string IFormattable.ToString(string? format, IFormatProvider? formatProvider) => ToString();

    bool ISpanFormattable.TryFormat(
        Span<char> destination,
        out int charsWritten,
        ReadOnlySpan<char> format,
        IFormatProvider? provider
    ) => TryFormat(destination, out charsWritten);

    bool IUtf8SpanFormattable.TryFormat(
        Span<byte> utf8Destination,
        out int bytesWritten,
        ReadOnlySpan<char> format,
        IFormatProvider? provider
    ) => TryFormat(utf8Destination, out bytesWritten);
}
