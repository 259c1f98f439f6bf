using System.Buffers;
using System.Numerics;
using System.Runtime.CompilerServices;
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

    private static readonly SearchValues<char> OfKeys = SearchValues.Create(
        "abcdefghijklmnopqrstuvwxyz0123456789_-*/@"
    );

    /// <summary>What is printed in ASCII, save the characters that part keys and members.</summary>
    private static readonly SearchValues<char> OfValues = SearchValues.Create(
        [.. Enumerable.Range(' ', '~' - ' ' + 1).Select(c => (char)c).Except(",=")]
    );

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

        ref var start = ref Unsafe.As<char, ushort>(ref MemoryMarshal.GetReference(text));
        for (var i = 0; i < text.Length; i += Step)
        {
            var at = Math.Min(i, text.Length - Step); // the last step goes over some characters once more
            var characters = Vector128.NarrowWithSaturation(
                Vector128.LoadUnsafe(ref start, (nuint)at),
                Vector128.LoadUnsafe(ref start, (nuint)at + (Step / 2))
            );
            _keys |= (ulong)AreOfKeys(characters).ExtractMostSignificantBits() << at;
            _values |= (ulong)AreOfValues(characters).ExtractMostSignificantBits() << at;
        }
    }

    public ReadOnlySpan<char> Text { get; }

    /// <summary>How many characters of a key there are from a place on.</summary>
    public int KeyAt(int start) => RunAt(start, _keys, OfKeys);

    /// <summary>How many characters of a value there are from a place on.</summary>
    public int ValueAt(int start) => RunAt(start, _values, OfValues);

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

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<byte> AreOfKeys(Vector128<byte> c) =>
        Vector128.LessThan(c - Vector128.Create((byte)'a'), Vector128.Create((byte)26))
        | Vector128.LessThan(c - Vector128.Create((byte)'0'), Vector128.Create((byte)10))
        | Vector128.Equals(c, Vector128.Create((byte)'_'))
        | Vector128.Equals(c, Vector128.Create((byte)'-'))
        | Vector128.Equals(c, Vector128.Create((byte)'*'))
        | Vector128.Equals(c, Vector128.Create((byte)'/'))
        | Vector128.Equals(c, Vector128.Create((byte)'@'));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<byte> AreOfValues(Vector128<byte> c) =>
        Vector128.LessThan(c - Vector128.Create((byte)' '), Vector128.Create((byte)('~' - ' ' + 1)))
        & ~Vector128.Equals(c, Vector128.Create((byte)','))
        & ~Vector128.Equals(c, Vector128.Create((byte)'='));
}
