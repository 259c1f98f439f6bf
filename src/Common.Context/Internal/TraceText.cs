using System.Buffers;

namespace Common.Context.Internal;

/// <summary>The characters of a traceparent.</summary>
internal static class TraceText
{
    private static readonly SearchValues<char> LowerHex = SearchValues.Create("0123456789abcdef");

    public static bool IsId(ReadOnlySpan<char> text) =>
        !text.ContainsAnyExcept(LowerHex) && text.ContainsAnyExcept('0');

    public static bool TryReadByte(ReadOnlySpan<char> text, out int value)
    {
        var high = Digit(text[0]);
        var low = Digit(text[1]);
        value = (high << 4) | low;
        return (high | low) >= 0;
    }

    private static int Digit(char character) =>
        character switch
        {
            >= '0' and <= '9' => character - '0',
            >= 'a' and <= 'f' => character - 'a' + 10,
            _ => -1,
        };
}
