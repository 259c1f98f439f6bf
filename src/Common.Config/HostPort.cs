using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace Common.Config;

/// <summary>A host and a port: <c>db.example:5432</c>, <c>127.0.0.1:80</c>, <c>[::1]:80</c>.</summary>
/// <remarks>Immutable and thread-safe. The default has an empty host and port 0, and is no address.</remarks>
/// <param name="Host">A name or an address; an IPv6 address without its brackets.</param>
/// <param name="Port">From 1 to 65535, both included.</param>
public readonly record struct HostPort(string Host, int Port) : ISpanParsable<HostPort>
{
    /// <summary>Reads a host and a port.</summary>
    /// <param name="s">The host, a colon and the port.</param>
    /// <param name="provider">Not used.</param>
    /// <returns>The host and the port.</returns>
    /// <exception cref="FormatException"><paramref name="s"/> is no host with a port.</exception>
    public static HostPort Parse(ReadOnlySpan<char> s, IFormatProvider? provider) =>
        TryParse(s, provider, out var result)
            ? result
            : throw new FormatException("A host and a port are written as host:port.");

    /// <inheritdoc cref="Parse(ReadOnlySpan{char}, IFormatProvider?)"/>
    public static HostPort Parse(string s, IFormatProvider? provider) =>
        Parse(s.AsSpan(), provider);

    /// <summary>Tries to read a host and a port. Never throws.</summary>
    /// <param name="s">The host, a colon and the port.</param>
    /// <param name="provider">Not used.</param>
    /// <param name="result">The host and the port.</param>
    /// <returns><see langword="true"/> if <paramref name="s"/> is a host with a port.</returns>
    public static bool TryParse(
        ReadOnlySpan<char> s,
        IFormatProvider? provider,
        out HostPort result
    )
    {
        result = default;
        var colon = s.LastIndexOf(':');
        if (
            colon <= 0
            || !ushort.TryParse(
                s[(colon + 1)..],
                NumberStyles.None,
                CultureInfo.InvariantCulture,
                out var port
            )
            || port == 0
        )
        {
            return false;
        }

        var host = s[..colon];
        var isBracketed = host.Length > 2 && host[0] == '[' && host[^1] == ']';
        var name = (isBracketed ? host[1..^1] : host).ToString();
        var kind = Uri.CheckHostName(name);
        if (isBracketed != (kind == UriHostNameType.IPv6) || kind == UriHostNameType.Unknown)
        {
            return false;
        }

        result = new HostPort(name, port);
        return true;
    }

    /// <inheritdoc cref="TryParse(ReadOnlySpan{char}, IFormatProvider?, out HostPort)"/>
    public static bool TryParse(
        [NotNullWhen(true)] string? s,
        IFormatProvider? provider,
        out HostPort result
    ) => TryParse(s.AsSpan(), provider, out result);

    /// <summary>Writes the host and the port, an IPv6 address in brackets.</summary>
    /// <returns>Such as <c>db.example:5432</c>.</returns>
    public override string ToString() =>
        Host is null ? ""
        : Host.Contains(':', StringComparison.Ordinal)
            ? string.Create(CultureInfo.InvariantCulture, $"[{Host}]:{Port}")
        : string.Create(CultureInfo.InvariantCulture, $"{Host}:{Port}");
}
