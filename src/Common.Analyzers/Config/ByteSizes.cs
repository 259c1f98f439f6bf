using System.Globalization;

namespace Common.Analyzers.Config;

/// <summary>Reads numbers of bytes as the service does: <c>512B</c>, <c>64KiB</c>, <c>10 MiB</c>, <c>2GB</c>.</summary>
internal static class ByteSizes
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

    /// <summary>Gives the number of bytes; null for what is no size of whole bytes.</summary>
    public static decimal? Read(string text)
    {
        var (unit, bytes) = Units.FirstOrDefault(u =>
            text.EndsWith(u.Name, StringComparison.OrdinalIgnoreCase)
        );
        if (unit is null)
        {
            return null;
        }

        var number = text.Substring(0, text.Length - unit.Length);
        number = number.EndsWith(" ", StringComparison.Ordinal)
            ? number.Substring(0, number.Length - 1)
            : number;
        return
            decimal.TryParse(
                number,
                NumberStyles.AllowDecimalPoint,
                CultureInfo.InvariantCulture,
                out var count
            )
            && count <= long.MaxValue / bytes
            && decimal.Truncate(count * bytes) == count * bytes
            ? count * bytes
            : null;
    }
}
