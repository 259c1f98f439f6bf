using System.Buffers;
using System.Numerics;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Common.Context.Internal;

/// <summary>How far keys and values go in a <c>tracestate</c>. A short one is looked at as a whole, a bit for each character.</summary>
internal readonly ref struct TraceStateRuns
{
    /// <summary>How many characters a number has bits for.</summary>
    private const int MaxShort = 64;

    /// <summary>How many characters are looked at together.</summary>
    private const int Step = 16;

    private const string KeyCharacters = "abcdefghijklmnopqrstuvwxyz0123456789_-*/@";

    /// <summary>What is printed in ASCII, save the characters that part keys and members.</summary>
    private static readonly string ValueCharacters = string.Concat(
        Enumerable.Range(' ', '~' - ' ' + 1).Select(c => (char)c).Except(",=")
    );

    private static readonly SearchValues<char> OfKeys = SearchValues.Create(KeyCharacters);
    private static readonly SearchValues<char> OfValues = SearchValues.Create(ValueCharacters);

    // For each column of the table of ASCII, which has 16 characters in a row, a bit for each of the 8 rows.
    private static readonly Vector128<byte> ColumnsOfKeys = Columns(KeyCharacters);
    private static readonly Vector128<byte> ColumnsOfValues = Columns(ValueCharacters);

    private readonly ulong _keys;
    private readonly ulong _values;

    public TraceStateRuns(ReadOnlySpan<char> text)
    {
        Text = text;
        IsShort = text.Length is >= Step and <= MaxShort;
        if (!IsShort)
        {
            return;
        }

        var keys = 0UL;
        var values = 0UL;
        ref var start = ref MemoryMarshal.GetReference(text);
        for (var i = 0; i < text.Length; i += Step)
        {
            var at = Math.Min(i, text.Length - Step); // the last step goes over some characters once more
            var characters = AsciiVector.Load(ref start, at);
            var columns = characters & Vector128.Create((byte)0x0F);
            var rows = Vector128.ShuffleNative(BitsOfRows, characters >>> 4);
            keys |= Bits(Vector128.ShuffleNative(ColumnsOfKeys, columns) & rows) << at;
            values |= Bits(Vector128.ShuffleNative(ColumnsOfValues, columns) & rows) << at;
        }

        _keys = keys;
        _values = values;
    }

    public ReadOnlySpan<char> Text { get; }

    /// <summary>How many characters of a key there are from a place on.</summary>
    public int KeyAt(int start) => RunAt(start, _keys, OfKeys);

    /// <summary>How many characters of a value there are from a place on.</summary>
    public int ValueAt(int start) => RunAt(start, _values, OfValues);

    private static Vector128<byte> BitsOfRows =>
        Vector128.Create(0x8040_2010_0804_0201, 0).AsByte();

    private bool IsShort { get; }

    private int RunAt(int start, ulong bits, SearchValues<char> characters)
    {
        if (start == Text.Length)
        {
            return 0;
        }

        if (IsShort)
        {
            return BitOperations.TrailingZeroCount(~(bits >> start));
        }

        var rest = Text[start..];
        return rest.IndexOfAnyExcept(characters) is >= 0 and var length ? length : rest.Length;
    }

    /// <summary>A bit for each byte that is not zero.</summary>
    private static ulong Bits(Vector128<byte> bytes) =>
        (~Vector128.Equals(bytes, Vector128<byte>.Zero)).ExtractMostSignificantBits();

    private static Vector128<byte> Columns(string characters)
    {
        Span<byte> columns = stackalloc byte[16];
        foreach (var character in characters)
        {
            columns[character & 0x0F] |= (byte)(1 << (character >> 4));
        }

        return Vector128.Create<byte>(columns);
    }
}
