using System.Buffers.Binary;
using System.Globalization;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Common.Logging.Internal;

/// <summary>Writes numbers as UTF-8. The callers see to it that there is room for <see cref="MaxLength"/> bytes.</summary>
internal static class NumberText
{
    /// <summary>The most bytes that a number takes.</summary>
    public const int MaxLength = 40;

    /// <summary>A number of at most 15 digits is the only one of that length that reads back as its double.</summary>
    private const double ExactLimit = 1e15;

    private const int MaxDecimals = 4;

    private static readonly ushort[] Pairs = MakePairs();

    private static readonly ulong[] PowersOf10 = MakePowersOf10();

    /// <summary>Writes a number from 00 to 99 as two digits.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void WritePair(ref byte target, uint value) =>
        Unsafe.WriteUnaligned(
            ref target,
            Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(Pairs), value)
        );

    /// <summary>Writes a whole number.</summary>
    /// <returns>What is behind the last digit.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ref byte Write(ref byte target, long value)
    {
        if (value >= 0)
        {
            return ref Write(ref target, (ulong)value);
        }

        target = (byte)'-';
        return ref Write(ref Unsafe.Add(ref target, 1), (ulong)-value);
    }

    /// <summary>Writes a whole number.</summary>
    /// <returns>What is behind the last digit.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ref byte Write(ref byte target, ulong value)
    {
        if (value < 10)
        {
            target = (byte)('0' + value);
            return ref Unsafe.Add(ref target, 1);
        }

        return ref WriteLong(ref target, value);
    }

    /// <summary>Writes a number with all its digits, trailing zeros included.</summary>
    /// <returns>What is behind the last digit.</returns>
    public static ref byte Write(ref byte target, decimal value)
    {
        Unsafe.SkipInit(out Bits bits);
        decimal.GetBits(value, bits);
        var scale = (bits[3] >> 16) & 0xFF;
        if (bits[2] != 0 || scale >= PowersOf10.Length)
        {
            value.TryFormat(
                MemoryMarshal.CreateSpan(ref target, MaxLength),
                out var written,
                default,
                CultureInfo.InvariantCulture
            );
            return ref Unsafe.Add(ref target, written);
        }

        var digits = (uint)bits[0] | ((ulong)(uint)bits[1] << 32);
        return ref WriteScaled(ref target, digits, scale, bits[3] < 0 && digits != 0);
    }

    /// <summary>Writes a finite number in the shortest form that reads back the same.</summary>
    /// <returns>What is behind the last digit.</returns>
    public static ref byte Write(ref byte target, double value)
    {
        var magnitude = Math.Abs(value);
        if (magnitude < ExactLimit / 10_000 && (magnitude >= 1e-3 || value == 0))
        {
            var scaled = magnitude;
            var power = 1.0;
            for (var decimals = 0; decimals <= MaxDecimals; decimals++)
            {
                var whole = Math.Round(scaled);
                if (whole / power == magnitude)
                {
                    var isNegative = double.IsNegative(value);
                    return ref WriteScaled(ref target, (ulong)whole, decimals, isNegative);
                }

                power *= 10;
                scaled = magnitude * power;
            }
        }

        value.TryFormat(
            MemoryMarshal.CreateSpan(ref target, MaxLength),
            out var written,
            default,
            CultureInfo.InvariantCulture
        );
        return ref Unsafe.Add(ref target, written);
    }

    /// <summary>Writes a finite number in the shortest form that reads back the same.</summary>
    /// <returns>What is behind the last digit.</returns>
    public static ref byte Write(ref byte target, float value)
    {
        value.TryFormat(
            MemoryMarshal.CreateSpan(ref target, MaxLength),
            out var written,
            default,
            CultureInfo.InvariantCulture
        );
        return ref Unsafe.Add(ref target, written);
    }

    /// <summary>Writes digits with a decimal point before the last ones.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ref byte WriteScaled(
        ref byte target,
        ulong digits,
        int decimals,
        bool isNegative
    )
    {
        if (isNegative)
        {
            target = (byte)'-';
            target = ref Unsafe.Add(ref target, 1);
        }

        if (decimals == 2)
        {
            var hundredths = digits / 100;
            target = ref Write(ref target, hundredths);
            target = (byte)'.';
            WritePair(ref Unsafe.Add(ref target, 1), (uint)(digits - (hundredths * 100)));
            return ref Unsafe.Add(ref target, 3);
        }

        if (decimals == 0)
        {
            return ref Write(ref target, digits);
        }

        var (whole, fraction) = Math.DivRem(digits, PowersOf10[decimals]);
        target = ref Write(ref target, whole);
        target = (byte)'.';
        for (var i = decimals; i > 0; i--)
        {
            (fraction, var digit) = Math.DivRem(fraction, 10);
            Unsafe.Add(ref target, i) = (byte)('0' + digit);
        }

        return ref Unsafe.Add(ref target, decimals + 1);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static ref byte WriteLong(ref byte target, ulong value)
    {
        if (value < 100)
        {
            WritePair(ref target, (uint)value);
            return ref Unsafe.Add(ref target, 2);
        }

        ref var end = ref Unsafe.Add(ref target, CountDigits(value));
        ref var at = ref end;
        while (value > uint.MaxValue)
        {
            (value, var pair) = Math.DivRem(value, 100);
            at = ref Unsafe.Subtract(ref at, 2);
            WritePair(ref at, (uint)pair);
        }

        var rest = (uint)value;
        while (rest >= 100)
        {
            var hundreds = rest / 100;
            at = ref Unsafe.Subtract(ref at, 2);
            WritePair(ref at, rest - (hundreds * 100));
            rest = hundreds;
        }

        if (rest >= 10)
        {
            WritePair(ref Unsafe.Subtract(ref at, 2), rest);
        }
        else
        {
            Unsafe.Subtract(ref at, 1) = (byte)('0' + rest);
        }

        return ref end;
    }

    /// <summary>The number of digits of a number above 0.</summary>
    private static int CountDigits(ulong value)
    {
        var least = (BitOperations.Log2(value) + 1) * 1233 >> 12; // 1233 / 4096 is about log10(2)
        return least < PowersOf10.Length && value >= PowersOf10[least] ? least + 1 : least;
    }

    /// <summary>The numbers from 00 to 99 as two characters each, in the machine's byte order.</summary>
    private static ushort[] MakePairs()
    {
        var pairs = new ushort[100];
        for (var i = 0; i < pairs.Length; i++)
        {
            var pair = (ushort)((('0' + (i / 10)) << 8) | ('0' + (i % 10)));
            pairs[i] = BitConverter.IsLittleEndian
                ? BinaryPrimitives.ReverseEndianness(pair)
                : pair;
        }

        return pairs;
    }

    /// <summary>All powers of 10 that 64 bits hold, from 1 on.</summary>
    private static ulong[] MakePowersOf10()
    {
        var powers = new ulong[20];
        powers[0] = 1;
        for (var i = 1; i < powers.Length; i++)
        {
            powers[i] = powers[i - 1] * 10;
        }

        return powers;
    }

    /// <summary>Takes the parts of a decimal.</summary>
    [InlineArray(4)]
    private struct Bits
    {
        private int _first;
    }
}
