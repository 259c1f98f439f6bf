namespace Common.Logging.Tests;

/// <summary>A value that can't be formatted.</summary>
internal sealed class Unwilling : ISpanFormattable
{
    public string ToString(string? format, IFormatProvider? formatProvider) =>
        throw new NotSupportedException();

    public bool TryFormat(
        Span<char> destination,
        out int charsWritten,
        ReadOnlySpan<char> format,
        IFormatProvider? provider
    ) => throw new NotSupportedException();
}
