using System.Net;
using System.Net.Sockets;

namespace Common.Context.Internal;

/// <summary>Reads networks as options name them.</summary>
internal static class Networks
{
    public static IPNetwork Parse(string text) =>
        TryParse(text, out var network)
            ? network
            : throw new FormatException(
                $"'{text}' is not a network; it must be an address or a network in CIDR notation whose bits beyond the prefix are zero, such as 10.0.0.0/8."
            );

    public static bool TryParse(ReadOnlySpan<char> text, out IPNetwork network)
    {
        network = default;
        var slash = text.IndexOf('/');
        var addressText = slash < 0 ? text : text[..slash];
        if (!IsWhole(addressText) || !IPAddress.TryParse(addressText, out var address))
        {
            return false;
        }

        if (slash < 0)
        {
            var bits = address.AddressFamily == AddressFamily.InterNetwork ? 32 : 128;
            network = new IPNetwork(address, bits);
            return true;
        }

        return IPNetwork.TryParse(text, out network) && network.BaseAddress.Equals(address);
    }

    /// <summary>The platform also reads 127.1 and 1 as addresses; in an option they are mistakes.</summary>
    private static bool IsWhole(ReadOnlySpan<char> address) =>
        address.Contains(':') || address.Count('.') == 3;
}
