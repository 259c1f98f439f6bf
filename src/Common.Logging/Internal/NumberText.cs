using System.Globalization;

namespace Common.Logging.Internal;

/// <summary>Writes numbers as UTF-8.</summary>
internal static class NumberText
{
    /// <summary>The most bytes that a number takes.</summary>
    public const int MaxLength = 40;

    /// <summary>A number of at most 15 digits is the only one of that length that reads back as its double.</summary>
    private const double ExactLimit = 1e15;

    private const int MaxDecimals = 4;

    /// <summary>Writes a number with all its digits, trailing zeros included.</summary>
    public static int Write(Span<byte> target, decimal value)
    {
        Span<int> bits = stackalloc int[4];
        if (!decimal.TryGetBits(value, bits, out _) || bits[2] != 0)
        {
            value.TryFormat(target, out var written, default, CultureInfo.InvariantCulture);
            return written;
        }

        var digits = (uint)bits[0] | ((ulong)(uint)bits[1] << 32);
        return WriteScaled(target, digits, (bits[3] >> 16) & 0xFF, bits[3] < 0 && digits != 0);
    }

    /// <summary>Writes a finite number in the shortest form that reads back the same.</summary>
    public static int Write(Span<byte> target, double value)
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
                    return WriteScaled(target, (ulong)whole, decimals, double.IsNegative(value));
                }

                power *= 10;
                scaled = magnitude * power;
            }
        }

        value.TryFormat(target, out var written, default, CultureInfo.InvariantCulture);
        return written;
    }

    /// <summary>Writes a finite number in the shortest form that reads back the same.</summary>
    public static int Write(Span<byte> target, float value)
    {
        value.TryFormat(target, out var written, default, CultureInfo.InvariantCulture);
        return written;
    }

    /// <summary>Writes digits with a decimal point before the last ones.</summary>
    private static int WriteScaled(Span<byte> target, ulong digits, int decimals, bool isNegative)
    {
        var position = 0;
        if (isNegative)
        {
            target[position++] = (byte)'-';
        }

        if (decimals == 0)
        {
            digits.TryFormat(target[position..], out var written, default, null);
            return position + written;
        }

        digits.TryFormat(target[position..], out var length, default, null);
        var fraction = target.Slice(position, length);
        var whole = length - decimals;
        if (whole > 0)
        {
            fraction[whole..].CopyTo(target[(position + whole + 1)..]);
            target[position + whole] = (byte)'.';
            return position + length + 1;
        }

        // 0.00 and the digits
        fraction.CopyTo(target[(position + 2 - whole)..]);
        target.Slice(position, 2 - whole).Fill((byte)'0');
        target[position + 1] = (byte)'.';
        return position + 2 - whole + length;
    }
}
