using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;
using System.Net;
using System.Runtime.InteropServices;

namespace Common.Context;

/// <summary>A host, or all hosts below a domain.</summary>
/// <remarks>The default value matches no host. An IPv6 address may be written with or without brackets, and in any length. Immutable.</remarks>
[Description(HostPattern.Form)]
[StructLayout(LayoutKind.Auto)]
public readonly record struct HostPattern : ISpanParsable<HostPattern>
{
    internal const string Form =
        "a name or an address without scheme and port, or '*.' and a domain with at least two levels";

    private const int MaxLength = 253;

    private readonly string? _text;

    private HostPattern(string text) => _text = text;

    /// <summary>Says whether a host is meant.</summary>
    /// <param name="host">The name or address, without a port; compared without regard to case.</param>
    /// <returns><see langword="true"/> if it is.</returns>
    public bool Matches(ReadOnlySpan<char> host)
    {
        if (_text is null)
        {
            return false;
        }

        if (!IsWildcard(_text))
        {
            var own = _text.AsSpan();
            return host.Equals(
                own is ['[', .. var bare, ']'] && host is not ['[', ..] ? bare : own,
                StringComparison.OrdinalIgnoreCase
            );
        }

        var suffix = _text.AsSpan(1);
        return host.Length > suffix.Length
            && host.EndsWith(suffix, StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>Reads a pattern.</summary>
    /// <param name="s">A name or an address without a port; <c>*.example.org</c> means every host below, not <c>example.org</c> itself.</param>
    /// <returns>The pattern.</returns>
    /// <exception cref="FormatException"><paramref name="s"/> is not such a pattern.</exception>
    public static HostPattern Parse(ReadOnlySpan<char> s) =>
        TryParse(s, out var result)
            ? result
            : throw new FormatException($"This is not a host; it must be {Form}.");

    /// <summary>Tries to read a pattern. Never throws.</summary>
    /// <param name="s">A name or an address without a port; <c>*.example.org</c> means every host below.</param>
    /// <param name="result">The pattern, or one that matches nothing when this method returns <see langword="false"/>.</param>
    /// <returns><see langword="true"/> if <paramref name="s"/> is such a pattern.</returns>
    public static bool TryParse(ReadOnlySpan<char> s, out HostPattern result)
    {
        result = default;
        var name = IsWildcard(s) ? s[2..] : s;
        if (s.Length is 0 or > MaxLength || (IsWildcard(s) && !name.Contains('.')))
        {
            return false;
        }

        switch (Uri.CheckHostName(name.ToString()))
        {
            case UriHostNameType.Unknown:
                return false;
            case UriHostNameType.IPv6:
                if (!IPAddress.TryParse(name, out var address))
                {
                    return false; // the platform takes a network for a host
                }

                result = new HostPattern(Shortest(address));
                return true;
            default:
                result = new HostPattern(s.ToString());
                return true;
        }
    }

    /// <summary>Gives the pattern.</summary>
    /// <returns>Such as <c>*.example.org</c>; <c>-</c> for the default value.</returns>
    public override string ToString() => _text ?? "-";

    static HostPattern IParsable<HostPattern>.Parse(string s, IFormatProvider? provider) =>
        Parse(s);

    static bool IParsable<HostPattern>.TryParse(
        [NotNullWhen(true)] string? s,
        IFormatProvider? provider,
        out HostPattern result
    ) => TryParse(s, out result);

    static HostPattern ISpanParsable<HostPattern>.Parse(
        ReadOnlySpan<char> s,
        IFormatProvider? provider
    ) => Parse(s);

    static bool ISpanParsable<HostPattern>.TryParse(
        ReadOnlySpan<char> s,
        IFormatProvider? provider,
        out HostPattern result
    ) => TryParse(s, out result);

    /// <summary>The one form in which a Uri gives an IPv6 address as its host, however it was written: in brackets, without a zone.</summary>
    private static string Shortest(IPAddress address) =>
        $"[{new IPAddress(address.GetAddressBytes())}]";

    private static bool IsWildcard(ReadOnlySpan<char> text) =>
        text.StartsWith("*.", StringComparison.Ordinal);
}
