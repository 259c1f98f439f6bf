using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Common.Time.Internal;

/// <summary>Writes decimal digits of a known count.</summary>
internal static class Digits
{
    private static ReadOnlySpan<byte> Pairs =>
        "0001020304050607080910111213141516171819"u8
        + "2021222324252627282930313233343536373839"u8
        + "4041424344454647484950515253545556575859"u8
        + "6061626364656667686970717273747576777879"u8
        + "8081828384858687888990919293949596979899"u8;

    /// <summary>Writes two digits.</summary>
    /// <param name="destination">Where the first goes; there must be room for two.</param>
    /// <param name="value">From 0 to 99.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Write2(ref byte destination, uint value) =>
        Unsafe.WriteUnaligned(
            ref destination,
            Unsafe.ReadUnaligned<ushort>(
                ref Unsafe.Add(ref MemoryMarshal.GetReference(Pairs), value * 2)
            )
        );

    /// <summary>Gives the digits of eight numbers from 0 to 99, without the bits that make them characters.</summary>
    /// <param name="numbers">The numbers, the first in the lowest byte.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<byte> OfNumbers(ulong numbers)
    {
        var wide = Vector128.WidenLower(Vector128.CreateScalarUnsafe(numbers).AsByte());
        var tens = (wide * 103) >> 10; // a tenth, for numbers below 179
        return (tens | ((wide - (tens * 10)) << 8)).AsByte();
    }

    /// <summary>Writes four digits.</summary>
    /// <param name="destination">Where the first goes; there must be room for four.</param>
    /// <param name="value">From 0 to 9999.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Write4(ref byte destination, uint value)
    {
        var high = value / 100;
        Write2(ref destination, high);
        Write2(ref Unsafe.Add(ref destination, 2), value - (high * 100));
    }

    /// <summary>Writes nine digits.</summary>
    /// <param name="destination">Where the first goes; there must be room for nine.</param>
    /// <param name="value">From 0 to 999,999,999.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Write9(ref byte destination, uint value)
    {
        var first = value / 100_000_000;
        destination = (byte)('0' + first);
        var rest = value - (first * 100_000_000);
        var high = rest / 10_000;
        Write4(ref Unsafe.Add(ref destination, 1), high);
        Write4(ref Unsafe.Add(ref destination, 5), rest - (high * 10_000));
    }
}
