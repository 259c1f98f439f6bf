using System.Collections.Frozen;
using System.Globalization;
using System.Numerics;

namespace Common.Config.Internal.Commands;

/// <summary>The limits of the whole numbers' types.</summary>
internal static class WholeNumbers
{
    public static FrozenDictionary<string, (string Minimum, string Maximum)> Limits { get; } =
        new Dictionary<string, (string, string)>(StringComparer.Ordinal)
        {
            ["byte"] = Of<byte>(),
            ["sbyte"] = Of<sbyte>(),
            ["short"] = Of<short>(),
            ["ushort"] = Of<ushort>(),
            ["int"] = Of<int>(),
            ["uint"] = Of<uint>(),
            ["long"] = Of<long>(),
            ["ulong"] = Of<ulong>(),
        }.ToFrozenDictionary(StringComparer.Ordinal);

    private static (string Minimum, string Maximum) Of<T>()
        where T : IMinMaxValue<T>, IFormattable =>
        (
            T.MinValue.ToString(null, CultureInfo.InvariantCulture),
            T.MaxValue.ToString(null, CultureInfo.InvariantCulture)
        );
}
