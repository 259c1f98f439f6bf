using System.Buffers;
using System.Diagnostics.CodeAnalysis;
using System.Text;

namespace Common.Context.Internal;

/// <summary>Names as header values: percent-encoded UTF-8 (RFC 3986, section 2.1).</summary>
internal static class HeaderText
{
    /// <summary>How many characters an encoded name may have.</summary>
    public const int MaxLength = 3 * NameRules.MaxBytes;

    private static readonly SearchValues<char> Plain = SearchValues.Create(
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~@:/+"
    );

    private static readonly UTF8Encoding Strict = new(false, throwOnInvalidBytes: true);

    public static string Encode(string name) =>
        name.AsSpan().ContainsAnyExcept(Plain) ? Uri.EscapeDataString(name) : name;

    /// <summary>Decodes a value. A name has no control characters.</summary>
    public static bool TryDecode(string text, [NotNullWhen(true)] out string? name)
    {
        name = null;
        if (text.Length is 0 or > MaxLength)
        {
            return false;
        }

        if (!text.AsSpan().ContainsAnyExcept(Plain))
        {
            name = text.Length <= NameRules.MaxBytes ? text : null;
            return name is not null;
        }

        return TryDecodePercent(text, out name);
    }

    public static bool TryDecodePercent(
        ReadOnlySpan<char> text,
        [NotNullWhen(true)] out string? name
    )
    {
        name = null;
        Span<byte> bytes = stackalloc byte[MaxLength];
        var length = 0;
        for (var i = 0; i < text.Length; i++)
        {
            var character = text[i];
            if (character == '%')
            {
                if (
                    i + 2 >= text.Length
                    || !char.IsAsciiHexDigit(text[i + 1])
                    || !char.IsAsciiHexDigit(text[i + 2])
                )
                {
                    return false;
                }

                bytes[length++] = (byte)(
                    (HexConverter(text[i + 1]) << 4) | HexConverter(text[i + 2])
                );
                i += 2;
            }
            else if (character is > ' ' and < '\u007F' and not ',')
            {
                bytes[length++] = (byte)character;
            }
            else
            {
                return false;
            }
        }

        if (length > NameRules.MaxBytes)
        {
            return false;
        }

        try
        {
            name = Strict.GetString(bytes[..length]);
        }
        catch (DecoderFallbackException)
        {
            return false;
        }

        foreach (var character in name)
        {
            if (char.IsControl(character))
            {
                name = null;
                return false;
            }
        }

        return true;
    }

    private static int HexConverter(char digit) =>
        digit <= '9' ? digit - '0' : (digit | 0x20) - 'a' + 10;
}
