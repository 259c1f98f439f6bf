using System.Buffers.Binary;
using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;
using System.Net;
using System.Net.Sockets;
using System.Runtime.InteropServices;

namespace Common.Context;

/// <summary>A network of peers: one address, or all that share a prefix.</summary>
/// <remarks>The default value contains no address. Immutable.</remarks>
[Description(PeerNetwork.Form)]
[StructLayout(LayoutKind.Auto)]
public readonly record struct PeerNetwork : ISpanParsable<PeerNetwork>
{
    internal const string Form =
        "an address, or a network in CIDR notation whose bits beyond the prefix are zero, such as 10.0.0.0/8";

    private readonly IPNetwork? _network;

    private PeerNetwork(IPNetwork network) => _network = network;

    /// <summary>Says whether an address lies in the network.</summary>
    /// <param name="address">The address; one of IPv4 that is written as IPv6 (<c>::ffff:10.0.0.1</c>) is taken as IPv4.</param>
    /// <returns><see langword="true"/> if it does.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="address"/> is <see langword="null"/>.</exception>
    public bool Contains(IPAddress address)
    {
        ArgumentNullException.ThrowIfNull(address);
        return _network is { } network
            && (
                address.IsIPv4MappedToIPv6
                    ? ContainsMapped(network, address)
                    : network.Contains(address)
            );
    }

    /// <summary>Reads a network.</summary>
    /// <param name="s">An address, or one in CIDR notation whose bits beyond the prefix are zero, such as <c>10.0.0.0/8</c>.</param>
    /// <returns>The network.</returns>
    /// <exception cref="FormatException"><paramref name="s"/> is not a network.</exception>
    public static PeerNetwork Parse(ReadOnlySpan<char> s) =>
        TryParse(s, out var result)
            ? result
            : throw new FormatException($"This is not a network; it must be {Form}.");

    /// <summary>Tries to read a network. Never throws.</summary>
    /// <param name="s">An address, or one in CIDR notation whose bits beyond the prefix are zero, such as <c>10.0.0.0/8</c>.</param>
    /// <param name="result">The network, or one without any address when this method returns <see langword="false"/>.</param>
    /// <returns><see langword="true"/> if <paramref name="s"/> is a network.</returns>
    public static bool TryParse(ReadOnlySpan<char> s, out PeerNetwork result)
    {
        result = default;
        var slash = s.IndexOf('/');
        var addressText = slash < 0 ? s : s[..slash];
        if (
            !IsWhole(addressText)
            || !IPAddress.TryParse(addressText, out var address)
            || !IsPlain(addressText, address)
        )
        {
            return false;
        }

        if (slash < 0)
        {
            var bits = address.AddressFamily == AddressFamily.InterNetwork ? 32 : 128;
            result = new PeerNetwork(new IPNetwork(address, bits));
            return true;
        }

        if (!IPNetwork.TryParse(s, out var network) || !network.BaseAddress.Equals(address))
        {
            return false;
        }

        result = new PeerNetwork(network);
        return true;
    }

    /// <summary>Gives the network in CIDR notation.</summary>
    /// <returns>Such as <c>10.0.0.0/8</c>; <c>-</c> for the default value.</returns>
    public override string ToString() => _network?.ToString() ?? "-";

    static PeerNetwork IParsable<PeerNetwork>.Parse(string s, IFormatProvider? provider) =>
        Parse(s);

    static bool IParsable<PeerNetwork>.TryParse(
        [NotNullWhen(true)] string? s,
        IFormatProvider? provider,
        out PeerNetwork result
    ) => TryParse(s, out result);

    static PeerNetwork ISpanParsable<PeerNetwork>.Parse(
        ReadOnlySpan<char> s,
        IFormatProvider? provider
    ) => Parse(s);

    static bool ISpanParsable<PeerNetwork>.TryParse(
        ReadOnlySpan<char> s,
        IFormatProvider? provider,
        out PeerNetwork result
    ) => TryParse(s, out result);

    /// <summary>Compares the last four bytes; the platform would make an object of them for each request.</summary>
    private static bool ContainsMapped(IPNetwork network, IPAddress address)
    {
        if (network.BaseAddress.AddressFamily != AddressFamily.InterNetwork)
        {
            return false;
        }

        Span<byte> own = stackalloc byte[4];
        Span<byte> mapped = stackalloc byte[16];
        network.BaseAddress.TryWriteBytes(own, out _);
        address.TryWriteBytes(mapped, out _);
        var difference =
            BinaryPrimitives.ReadUInt32BigEndian(own)
            ^ BinaryPrimitives.ReadUInt32BigEndian(mapped[12..]);
        return (ulong)difference >> (32 - network.PrefixLength) == 0;
    }

    /// <summary>The platform also reads 127.1 and 1 as addresses; in an option they are mistakes.</summary>
    // The platform reads 010.0.0.0 as 8.0.0.0, and looks at no zone such as that of fe80::1%1: more, or others, than who wrote it meant.
    private static bool IsPlain(ReadOnlySpan<char> text, IPAddress address) =>
        address.AddressFamily == AddressFamily.InterNetwork
            ? text.SequenceEqual(address.ToString())
            : !text.Contains('%');

    private static bool IsWhole(ReadOnlySpan<char> address) =>
        address.Contains(':') || address.Count('.') == 3;
}
