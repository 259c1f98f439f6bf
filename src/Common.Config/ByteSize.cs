using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace Common.Config;

/// <summary>A number of bytes, written with a unit: <c>512B</c>, <c>64KiB</c>, <c>10 MiB</c>, <c>2GB</c>.</summary>
/// <remarks>KiB, MiB, GiB and TiB count by 1,024; KB, MB, GB and TB by 1,000. The default is no bytes. Immutable and thread-safe.</remarks>
/// <param name="Bytes">The number of bytes; 0 or more.</param>
public readonly record struct ByteSize(long Bytes) : IComparable<ByteSize>, ISpanParsable<ByteSize>
{
    private static readonly (string Name, long Bytes)[] Units =
    [
        ("TiB", 1L << 40),
        ("GiB", 1L << 30),
        ("MiB", 1L << 20),
        ("KiB", 1L << 10),
        ("TB", 1_000_000_000_000),
        ("GB", 1_000_000_000),
        ("MB", 1_000_000),
        ("KB", 1_000),
        ("B", 1),
    ];

    /// <summary>Says whether one size is smaller than another.</summary>
    public static bool operator <(ByteSize left, ByteSize right) => left.Bytes < right.Bytes;

    /// <summary>Says whether one size is at most another.</summary>
    public static bool operator <=(ByteSize left, ByteSize right) => left.Bytes <= right.Bytes;

    /// <summary>Says whether one size is larger than another.</summary>
    public static bool operator >(ByteSize left, ByteSize right) => left.Bytes > right.Bytes;

    /// <summary>Says whether one size is at least another.</summary>
    public static bool operator >=(ByteSize left, ByteSize right) => left.Bytes >= right.Bytes;

    /// <summary>Makes a size of units of 1,024 bytes.</summary>
    /// <param name="count">How many.</param>
    /// <returns>The size.</returns>
    /// <exception cref="OverflowException">There are too many bytes for 64 bits.</exception>
    public static ByteSize FromKibibytes(long count) => new(checked(count * 1024));

    /// <summary>Makes a size of units of 1,048,576 bytes.</summary>
    /// <param name="count">How many.</param>
    /// <returns>The size.</returns>
    /// <exception cref="OverflowException">There are too many bytes for 64 bits.</exception>
    public static ByteSize FromMebibytes(long count) => new(checked(count * 1024 * 1024));

    /// <summary>Reads a size.</summary>
    /// <param name="s">A number, perhaps a space, and a unit.</param>
    /// <param name="provider">Not used; the invariant culture is.</param>
    /// <returns>The size.</returns>
    /// <exception cref="FormatException"><paramref name="s"/> is no size.</exception>
    public static ByteSize Parse(ReadOnlySpan<char> s, IFormatProvider? provider) =>
        TryParse(s, provider, out var size)
            ? size
            : throw new FormatException("A size is a number with a unit, such as 10MiB.");

    /// <inheritdoc cref="Parse(ReadOnlySpan{char}, IFormatProvider?)"/>
    public static ByteSize Parse(string s, IFormatProvider? provider) =>
        Parse(s.AsSpan(), provider);

    /// <summary>Tries to read a size. Never throws.</summary>
    /// <param name="s">A number, perhaps a space, and a unit.</param>
    /// <param name="provider">Not used; the invariant culture is.</param>
    /// <param name="result">The size.</param>
    /// <returns><see langword="true"/> if <paramref name="s"/> is a size of whole bytes.</returns>
    public static bool TryParse(
        ReadOnlySpan<char> s,
        IFormatProvider? provider,
        out ByteSize result
    )
    {
        result = default;
        foreach (var (name, bytes) in Units)
        {
            if (!s.EndsWith(name, StringComparison.OrdinalIgnoreCase))
            {
                continue;
            }

            var number = s[..^name.Length];
            number = number.EndsWith(" ") ? number[..^1] : number;
            if (
                !decimal.TryParse(
                    number,
                    NumberStyles.AllowDecimalPoint,
                    CultureInfo.InvariantCulture,
                    out var count
                )
                || count > long.MaxValue / bytes
                || decimal.Truncate(count * bytes) != count * bytes
            )
            {
                return false;
            }

            result = new ByteSize((long)(count * bytes));
            return true;
        }

        return false;
    }

    /// <inheritdoc cref="TryParse(ReadOnlySpan{char}, IFormatProvider?, out ByteSize)"/>
    public static bool TryParse(
        [NotNullWhen(true)] string? s,
        IFormatProvider? provider,
        out ByteSize result
    ) => TryParse(s.AsSpan(), provider, out result);

    /// <inheritdoc/>
    public int CompareTo(ByteSize other) => Bytes.CompareTo(other.Bytes);

    /// <summary>Writes the size in the largest unit that leaves no fraction.</summary>
    /// <returns>Such as <c>10MiB</c>.</returns>
    public override string ToString()
    {
        foreach (var (name, bytes) in Units)
        {
            if (Bytes != 0 && Bytes % bytes == 0)
            {
                return (Bytes / bytes).ToString(CultureInfo.InvariantCulture) + name;
            }
        }

        return "0B";
    }
}
