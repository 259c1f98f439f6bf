using System.Buffers.Binary;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

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

    private const uint FourDashes = 0x2D2D_2D2D;
    private const byte X = 0xFF; // takes nothing

    // Of a text of 36 characters: where in its first 16, in those from the 16th on, and in its last 16 digits and dashes lie.
    private static Vector128<byte> DigitsOfLeft =>
        Vector128.Create(0, 1, 2, 3, 4, 5, 6, 7, 9, 10, 11, 12, 14, 15, X, X);

    private static Vector128<byte> LastDigitsOfFirst =>
        Vector128.Create(X, X, X, X, X, X, X, X, X, X, X, X, X, X, 0, 1);

    private static Vector128<byte> DigitsOfMiddle =>
        Vector128.Create(3, 4, 5, 6, 8, 9, 10, 11, 12, 13, 14, 15, X, X, X, X);

    private static Vector128<byte> LastDigitsOfSecond =>
        Vector128.Create(X, X, X, X, X, X, X, X, X, X, X, X, 12, 13, 14, 15);

    private static Vector128<byte> DashesOfLeft =>
        Vector128.Create(8, 13, X, X, X, X, X, X, X, X, X, X, X, X, X, X);

    private static Vector128<byte> DashesOfMiddle =>
        Vector128.Create(X, X, 2, 7, X, X, X, X, X, X, X, X, X, X, X, X);

    private static Vector128<byte> Reversed =>
        Vector128.Create((byte)15, 14, 13, 12, 11, 10, 9, 8, 7, 6, 5, 4, 3, 2, 1, 0);

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
        var left = AsciiVector.Load(ref text, 0);
        var middle = AsciiVector.Load(ref text, 16);
        var right = AsciiVector.Load(ref text, 20);
        var first =
            Vector128.Shuffle(left, DigitsOfLeft) | Vector128.Shuffle(middle, LastDigitsOfFirst);
        var second =
            Vector128.Shuffle(middle, DigitsOfMiddle)
            | Vector128.Shuffle(right, LastDigitsOfSecond);
        var dashes =
            Vector128.Shuffle(left, DashesOfLeft) | Vector128.Shuffle(middle, DashesOfMiddle);
        return TryFromHex(first, second, EitherCase, out high, out low)
            & dashes.AsUInt32().ToScalar() == FourDashes;
    }

    /// <summary>Reads 32 digits.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool TryReadDigits<TChar>(ref TChar text, out ulong high, out ulong low)
        where TChar : unmanaged =>
        TryFromHex(
            AsciiVector.Load(ref text, 0),
            AsciiVector.Load(ref text, 16),
            EitherCase,
            out high,
            out low
        );

    /// <summary>Reads 32 digits, of which letters are in lower case.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool TryReadLowerDigits(ref char text, out ulong high, out ulong low) =>
        TryFromHex(
            AsciiVector.Load(ref text, 0),
            AsciiVector.Load(ref text, 16),
            Lower,
            out high,
            out low
        );

    /// <summary>Reads 16 digits, of which letters are in lower case.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool TryReadLowerHalf(ref char text, out ulong value)
    {
        var digits = AsciiVector.Load(ref text, 0);
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
        var pairs = PairsOf(nibbles);
        var bytes = AsciiVector.Narrow(pairs.GetLower(), pairs.GetUpper());
        var numbers = Vector128.Shuffle(bytes, Reversed).AsUInt64();
        high = numbers.GetElement(1);
        low = numbers.GetElement(0);
        return (isDigit | isLetter).ExtractMostSignificantBits() == uint.MaxValue;
    }

    /// <summary>Makes a number below 256 of each two nibbles, the upper one first.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<ushort> PairsOf(Vector256<byte> nibbles)
    {
        if (Avx2.IsSupported)
        {
            var weights = Vector256.Create((ushort)0x0110).AsSByte(); // 16 for the upper, 1 for the lower
            return Avx2.MultiplyAddAdjacent(nibbles, weights).AsUInt16();
        }

        var wide = nibbles.AsUInt16();
        return ((wide << 4) | (wide >> 8)) & Vector256.Create((ushort)0xFF);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void WriteAt<T>(ref byte start, int offset, T value) =>
        Unsafe.WriteUnaligned(ref Unsafe.Add(ref start, offset), value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static T ReadAt<TChar, T>(ref TChar start) =>
        Unsafe.ReadUnaligned<T>(ref Unsafe.As<TChar, byte>(ref start));
}
