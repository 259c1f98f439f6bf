namespace Common.Logging.Tests.Child;

/// <summary>A value that ends the process when it is to be written.</summary>
internal sealed class ExitingValue(int exitCode) : ISpanFormattable
{
    public string ToString(string? format, IFormatProvider? formatProvider)
    {
        Environment.Exit(exitCode);
        return "";
    }

    public bool TryFormat(
        Span<char> destination,
        out int charsWritten,
        ReadOnlySpan<char> format,
        IFormatProvider? provider
    )
    {
        charsWritten = 0;
        ToString(null, provider);
        return true;
    }
}
