using System.Diagnostics.CodeAnalysis;
using System.Text;
using Common.Context.Internal;

namespace Common.Context;

public readonly partial struct TenantPath
    : ISpanParsable<TenantPath>,
        ISpanFormattable,
        IUtf8SpanFormattable
{
    /// <summary>Reads a path.</summary>
    /// <param name="s">The characters to read.</param>
    /// <returns>The path; never <see cref="None"/>.</returns>
    /// <exception cref="FormatException"><paramref name="s"/> is not a tenant path.</exception>
    public static TenantPath Parse(ReadOnlySpan<char> s) =>
        TryParse(s, out var result) ? result : throw TenantPathRules.NotAPath(s.Length);

    /// <summary>Reads a path.</summary>
    /// <param name="s">The text to read; the path keeps it.</param>
    /// <returns>The path; never <see cref="None"/>.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="s"/> is <see langword="null"/>.</exception>
    /// <exception cref="FormatException"><paramref name="s"/> is not a tenant path.</exception>
    public static TenantPath Parse(string s)
    {
        ArgumentNullException.ThrowIfNull(s);
        return TryParse(s, out var result) ? result : throw TenantPathRules.NotAPath(s.Length);
    }

    /// <summary>Tries to read a path. Never throws.</summary>
    /// <param name="s">The characters to read.</param>
    /// <param name="result">The path, or <see cref="None"/> when this method returns <see langword="false"/>.</param>
    /// <returns><see langword="true"/> if <paramref name="s"/> is a tenant path.</returns>
    public static bool TryParse(ReadOnlySpan<char> s, out TenantPath result)
    {
        result = TenantPathRules.IsPath(s) ? new TenantPath(s.ToString()) : default;
        return !result.IsNone;
    }

    /// <summary>Tries to read a path. Never throws.</summary>
    /// <param name="s">The text to read; the path keeps it.</param>
    /// <param name="result">The path, or <see cref="None"/> when this method returns <see langword="false"/>.</param>
    /// <returns><see langword="true"/> if <paramref name="s"/> is a tenant path.</returns>
    public static bool TryParse([NotNullWhen(true)] string? s, out TenantPath result)
    {
        result = s is not null && TenantPathRules.IsPath(s) ? new TenantPath(s) : default;
        return !result.IsNone;
    }

    /// <summary>Tries to write the path as characters.</summary>
    /// <param name="destination">Where it goes; <see cref="MaxLength"/> characters are always enough.</param>
    /// <param name="charsWritten">How many characters were written; 0 when this method returns <see langword="false"/>.</param>
    /// <returns><see langword="false"/> if there is no room.</returns>
    public bool TryFormat(Span<char> destination, out int charsWritten)
    {
        var text = ToString();
        charsWritten = text.TryCopyTo(destination) ? text.Length : 0;
        return charsWritten != 0;
    }

    /// <summary>Tries to write the path as UTF-8.</summary>
    /// <param name="utf8Destination">Where it goes; <see cref="MaxLength"/> bytes are always enough.</param>
    /// <param name="bytesWritten">How many bytes were written; 0 when this method returns <see langword="false"/>.</param>
    /// <returns><see langword="false"/> if there is no room.</returns>
    public bool TryFormat(Span<byte> utf8Destination, out int bytesWritten)
    {
        var text = ToString();
        bytesWritten = 0;
        return utf8Destination.Length >= text.Length
            && Encoding.ASCII.TryGetBytes(text, utf8Destination, out bytesWritten);
    }

    static TenantPath IParsable<TenantPath>.Parse(string s, IFormatProvider? provider) => Parse(s);

    static bool IParsable<TenantPath>.TryParse(
        [NotNullWhen(true)] string? s,
        IFormatProvider? provider,
        out TenantPath result
    ) => TryParse(s, out result);

    static TenantPath ISpanParsable<TenantPath>.Parse(
        ReadOnlySpan<char> s,
        IFormatProvider? provider
    ) => Parse(s);

    static bool ISpanParsable<TenantPath>.TryParse(
        ReadOnlySpan<char> s,
        IFormatProvider? provider,
        out TenantPath result
    ) => TryParse(s, out result);

    string IFormattable.ToString(string? format, IFormatProvider? formatProvider) => ToString();

    bool ISpanFormattable.TryFormat(
        Span<char> destination,
        out int charsWritten,
        ReadOnlySpan<char> format,
        IFormatProvider? provider
    ) => TryFormat(destination, out charsWritten);

    bool IUtf8SpanFormattable.TryFormat(
        Span<byte> utf8Destination,
        out int bytesWritten,
        ReadOnlySpan<char> format,
        IFormatProvider? provider
    ) => TryFormat(utf8Destination, out bytesWritten);
}
