using System.Buffers.Binary;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Common.Context.Internal;

/// <summary>Writes and reads the hexadecimal digits of 128 bits, all at a time.</summary>
internal static class Uuid
{
    /// <summary>"req-" as the four bytes, and as the four characters, of a little-endian number.</summary>
    private const uint Prefix = 0x2D71_6572;
    private const ulong WidePrefix = 0x002D_0071_0065_0072;

    /// <summary>The bit that makes an upper-case letter a lower-case one, or none.</summary>
    private const byte EitherCase = 0x20;
    private const byte Lower = 0;

    private static Vector128<byte> FirstFour => Vector128.Create(0xFFFF_FFFFUL, 0).AsByte();

    private static Vector128<byte> FirstEight => Vector128.Create(ulong.MaxValue, 0).AsByte();

    private static Vector128<byte> FirstTwelve =>
        Vector128.Create(ulong.MaxValue, 0xFFFF_FFFFUL).AsByte();

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

    /// <summary>Says whether a text of four or more characters begins with <c>req-</c> in either case.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool HasPrefix<TChar>(ref TChar text)
        where TChar : unmanaged =>
        Unsafe.SizeOf<TChar>() == 1
            ? (ReadAt<TChar, uint>(ref text) | 0x0020_2020) == Prefix
            : (ReadAt<TChar, ulong>(ref text) | 0x0020_0020_0020) == WidePrefix;

    /// <summary>Reads 8, 4, 4, 4 and 12 digits with dashes between them: 36 characters.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool TryReadDashed<TChar>(ref TChar text, out ulong high, out ulong low)
        where TChar : unmanaged
    {
        // Each group lies one character further from where it belongs than the group before.
        var first = Vector128.ConditionalSelect(
            FirstEight,
            Load(ref text, 0),
            Vector128.ConditionalSelect(FirstTwelve, Load(ref text, 1), Load(ref text, 2))
        );
        var second = Vector128.ConditionalSelect(FirstFour, Load(ref text, 19), Load(ref text, 20));
        var dashes = At(ref text, 8) | At(ref text, 13) | At(ref text, 18) | At(ref text, 23);
        return TryFromHex(first, second, EitherCase, out high, out low) & dashes == 0;

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        static int At(ref TChar text, int index) =>
            (
                Unsafe.SizeOf<TChar>() == 1
                    ? Unsafe.Add(ref Unsafe.As<TChar, byte>(ref text), index)
                    : Unsafe.Add(ref Unsafe.As<TChar, ushort>(ref text), index)
            ) ^ '-';
    }

    /// <summary>Reads 32 digits.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool TryReadDigits<TChar>(ref TChar text, out ulong high, out ulong low)
        where TChar : unmanaged =>
        TryFromHex(Load(ref text, 0), Load(ref text, 16), EitherCase, out high, out low);

    /// <summary>Reads 32 digits, of which letters are in lower case.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool TryReadLowerDigits(ref char text, out ulong high, out ulong low) =>
        TryFromHex(Load(ref text, 0), Load(ref text, 16), Lower, out high, out low);

    /// <summary>Reads 16 digits, of which letters are in lower case.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool TryReadLowerHalf(ref char text, out ulong value)
    {
        var digits = Load(ref text, 0);
        return TryFromHex(digits, digits, Lower, out value, out _);
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

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static bool TryFromHex(
        Vector128<byte> first,
        Vector128<byte> second,
        byte letterCase,
        out ulong high,
        out ulong low
    )
    {
        var text = Vector256.Create(first, second);

        // Moved down to the least of signed bytes, since signed ones are what processors compare.
        var digit = (text + Vector256.Create((byte)(128 - '0'))).AsSByte();
        var letter = (
            (text | Vector256.Create(letterCase)) + Vector256.Create((byte)(128 - 'a'))
        ).AsSByte();
        var isDigit = Vector256.LessThan(digit, Vector256.Create((sbyte)(-128 + 10)));
        var isLetter = Vector256.LessThan(letter, Vector256.Create((sbyte)(-128 + 6)));

        // The low half of a letter's byte is its place in the alphabet, from 1.
        var nibbles =
            (text & Vector256.Create((byte)0x0F)) + (isLetter.AsByte() & Vector256.Create((byte)9));
        var wide = nibbles.AsUInt16();
        var pairs = (wide << 4) | (wide >> 8); // the upper bytes are cut off
        var bytes = Vector128.Narrow(pairs.GetLower(), pairs.GetUpper()).AsUInt64();
        high = BinaryPrimitives.ReverseEndianness(bytes.GetElement(0));
        low = BinaryPrimitives.ReverseEndianness(bytes.GetElement(1));
        return (isDigit | isLetter).ExtractMostSignificantBits() == uint.MaxValue;
    }

    /// <summary>Loads 16 characters as bytes. One beyond a byte becomes 255, which is no digit.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<byte> Load<TChar>(ref TChar text, nuint index)
        where TChar : unmanaged
    {
        if (Unsafe.SizeOf<TChar>() == 1)
        {
            return Vector128.LoadUnsafe(ref Unsafe.As<TChar, byte>(ref text), index);
        }

        ref var wide = ref Unsafe.As<TChar, ushort>(ref text);
        return Vector128.NarrowWithSaturation(
            Vector128.LoadUnsafe(ref wide, index),
            Vector128.LoadUnsafe(ref wide, index + 8)
        );
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void WriteAt<T>(ref byte start, int offset, T value) =>
        Unsafe.WriteUnaligned(ref Unsafe.Add(ref start, offset), value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static T ReadAt<TChar, T>(ref TChar start) =>
        Unsafe.ReadUnaligned<T>(ref Unsafe.As<TChar, byte>(ref start));
}
