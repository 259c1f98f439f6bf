using System.Buffers;
using System.Runtime.CompilerServices;

namespace Common.Logging.Internal;

/// <summary>Which characters may stand raw in a record.</summary>
internal static class Characters
{
    /// <summary>What a bare value of the text format is made of.</summary>
    public const string BareCharacters =
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789._:/@+-";

    /// <summary>The same, for searching.</summary>
    public static readonly SearchValues<char> BareValues = SearchValues.Create(BareCharacters);

    /// <summary>Printable ASCII but for what is escaped, and for <c>=</c>, which makes a body quoted.</summary>
    private static readonly SearchValues<char> PlainValues = SearchValues.Create(
        BareCharacters + " !#$%&'()*,;<>?[]^`{|}~"
    );

    /// <summary>Whether all characters may stand raw everywhere in a body.</summary>
    public static bool ArePlain(ReadOnlySpan<char> text) => !text.ContainsAnyExcept(PlainValues);

    /// <summary>Whether all characters may stand in a bare value.</summary>
    public static bool AreBare(ReadOnlySpan<char> text) => !text.ContainsAnyExcept(BareValues);

    /// <summary>Whether a text may stand in the text format without quotation marks and reads back as itself.</summary>
    public static bool IsBare(ReadOnlySpan<char> text)
    {
        if (text.IsEmpty || !AreBare(text))
        {
            return false;
        }

        return text[0] switch
        {
            '-' => text.Length > 1 && !JsonNumber.Is(text),
            >= '0' and <= '9' => !JsonNumber.Is(text),
            't' => text is not "true",
            'f' => text is not "false",
            'n' => text is not "null",
            _ => true,
        };
    }

    /// <summary>Whether a character beyond ASCII is escaped, since a terminal or a reader may act on it or not show it.</summary>
    /// <remarks>
    /// C1 controls, bidi controls, line and paragraph separators, characters of no width, selectors of variations, the byte-order mark, interlinear
    /// annotation and what is no character. Surrogates are looked at in pairs by the caller.
    /// </remarks>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static bool IsEscaped(int code) =>
        code
            is (>= 0x80 and <= 0x9F)
                or 0xAD
                or 0x034F
                or 0x061C
                or 0x115F
                or 0x1160
                or 0x17B4
                or 0x17B5
                or (>= 0x180B and <= 0x180F)
                or (>= 0x200B and <= 0x200F)
                or (>= 0x2028 and <= 0x202E)
                or (>= 0x2060 and <= 0x206F)
                or 0x3164
                or (>= 0xFE00 and <= 0xFE0F)
                or 0xFEFF
                or 0xFFA0
                or (>= 0xFFF0 and <= 0xFFFB)
                or (>= 0x1BCA0 and <= 0x1BCA3)
                or (>= 0x1D173 and <= 0x1D17A)
                or (>= 0xE0000 and <= 0xE0FFF)
        || (code & 0xFFFE) == 0xFFFE;
}
