using System.Globalization;

namespace Common.Logging.Tests;

/// <summary>A type that can format itself and nothing else.</summary>
internal readonly record struct Degrees(int Value) : ISpanFormattable
{
    public string ToString(string? format, IFormatProvider? formatProvider) =>
        Value.ToString(CultureInfo.InvariantCulture) + " deg";

    public bool TryFormat(
        Span<char> destination,
        out int charsWritten,
        ReadOnlySpan<char> format,
        IFormatProvider? provider
    ) => destination.TryWrite(CultureInfo.InvariantCulture, $"{Value} deg", out charsWritten);
}
