using System.Buffers.Binary;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Common.Context.Internal;

/// <summary>Writes and reads the hexadecimal digits of 128 bits, 16 at a time.</summary>
internal static class Uuid
{
    private const int DashedLength = 36;

    /// <summary>"req-" as the four bytes of a little-endian number.</summary>
    private const uint Prefix = 0x2D71_6572;

    private static Vector128<byte> HexDigits => Vector128.Create("0123456789abcdef"u8);

    /// <summary>Writes the prefix and a lower-case UUID: 40 bytes.</summary>
    public static void Write(Span<byte> destination, ulong high, ulong low)
    {
        _ = destination[RequestId.TextLength - 1];
        ref var start = ref MemoryMarshal.GetReference(destination);
        BinaryPrimitives.WriteUInt32LittleEndian(destination, Prefix);
        var first = ToHex(high);
        var second = ToHex(low);
        WriteAt(ref start, 4, first.AsUInt64().GetElement(0));
        Unsafe.Add(ref start, 12) = (byte)'-';
        WriteAt(ref start, 13, first.AsUInt32().GetElement(2));
        Unsafe.Add(ref start, 17) = (byte)'-';
        WriteAt(ref start, 18, first.AsUInt32().GetElement(3));
        Unsafe.Add(ref start, 22) = (byte)'-';
        WriteAt(ref start, 23, second.AsUInt32().GetElement(0));
        Unsafe.Add(ref start, 27) = (byte)'-';
        WriteAt(ref start, 28, second.AsUInt32().GetElement(1));
        WriteAt(ref start, 32, second.AsUInt64().GetElement(1));
    }

    /// <summary>Writes 16 lower-case digits.</summary>
    public static void WriteDigits(Span<byte> destination, ulong value) =>
        ToHex(value).CopyTo(destination);

    /// <summary>Says whether a text begins with <c>req-</c> in either case.</summary>
    public static bool HasPrefix(ReadOnlySpan<byte> text) =>
        (BinaryPrimitives.ReadUInt32LittleEndian(text) | 0x0020_2020) == Prefix;

    /// <summary>Reads 8, 4, 4, 4 and 12 digits with dashes between them.</summary>
    public static bool TryReadDashed(ReadOnlySpan<byte> text, out ulong high, out ulong low)
    {
        if (
            text.Length != DashedLength
            || text[8] != '-'
            || text[13] != '-'
            || text[18] != '-'
            || text[23] != '-'
        )
        {
            return Fail(out high, out low);
        }

        ref var start = ref MemoryMarshal.GetReference(text);
        var first = Vector128.Create(
            ReadAt<ulong>(ref start, 0),
            ReadAt<uint>(ref start, 9) | ((ulong)ReadAt<uint>(ref start, 14) << 32)
        );
        var second = Vector128.Create(
            ReadAt<uint>(ref start, 19) | ((ulong)ReadAt<uint>(ref start, 24) << 32),
            ReadAt<ulong>(ref start, 28)
        );
        return TryFromHex(first.AsByte(), second.AsByte(), out high, out low);
    }

    /// <summary>Reads 32 digits.</summary>
    public static bool TryReadDigits(ReadOnlySpan<byte> text, out ulong high, out ulong low) =>
        text.Length == 32
            ? TryFromHex(Vector128.Create(text), Vector128.Create(text[16..]), out high, out low)
            : Fail(out high, out low);

    /// <summary>Reads 16 digits.</summary>
    public static bool TryReadDigits(ReadOnlySpan<byte> text, out ulong value)
    {
        value = 0;
        return text.Length == 16
            && TryFromHex(Vector128.Create(text), Vector128.Create((byte)'0'), out value, out _);
    }

    public static bool Fail(out ulong high, out ulong low)
    {
        high = 0;
        low = 0;
        return false;
    }

    /// <summary>Gives the 16 digits of a number, the highest first.</summary>
    private static Vector128<byte> ToHex(ulong value)
    {
        var bytes = Vector128
            .CreateScalarUnsafe(BinaryPrimitives.ReverseEndianness(value))
            .AsByte();
        var wide = Vector128.WidenLower(bytes);
        var nibbles = (wide >> 4) | ((wide & Vector128.Create((ushort)0x0F)) << 8);
        return Vector128.ShuffleNative(HexDigits, nibbles.AsByte());
    }

    private static bool TryFromHex(
        Vector128<byte> first,
        Vector128<byte> second,
        out ulong high,
        out ulong low
    )
    {
        var isDigits = ToNibbles(first, out var a) & ToNibbles(second, out var b);
        var bytes = Vector128.Narrow(Pair(a), Pair(b)).AsUInt64();
        high = BinaryPrimitives.ReverseEndianness(bytes.GetElement(0));
        low = BinaryPrimitives.ReverseEndianness(bytes.GetElement(1));
        return isDigits;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static bool ToNibbles(Vector128<byte> text, out Vector128<byte> nibbles)
    {
        var digit = text - Vector128.Create((byte)'0');
        var letter = (text | Vector128.Create((byte)0x20)) - Vector128.Create((byte)'a');
        var isDigit = Vector128.LessThan(digit, Vector128.Create((byte)10));
        var isLetter = Vector128.LessThan(letter, Vector128.Create((byte)6));
        nibbles = Vector128.ConditionalSelect(isDigit, digit, letter + Vector128.Create((byte)10));
        return (isDigit | isLetter) == Vector128<byte>.AllBitsSet;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<ushort> Pair(Vector128<byte> nibbles)
    {
        var wide = nibbles.AsUInt16();
        return ((wide << 4) | (wide >> 8)) & Vector128.Create((ushort)0xFF);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void WriteAt<T>(ref byte start, int offset, T value) =>
        Unsafe.WriteUnaligned(ref Unsafe.Add(ref start, offset), value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static T ReadAt<T>(ref byte start, int offset) =>
        Unsafe.ReadUnaligned<T>(ref Unsafe.Add(ref start, offset));
}
