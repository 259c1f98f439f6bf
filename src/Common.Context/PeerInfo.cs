using System.Net;
using System.Runtime.InteropServices;

namespace Common.Context;

/// <summary>What is known about who sent a request, before anything that it says is believed.</summary>
/// <remarks>The default value is an unknown peer, which no network contains. Immutable.</remarks>
[StructLayout(LayoutKind.Auto)]
public readonly record struct PeerInfo
{
    /// <summary>The address at the other end of the connection.</summary>
    /// <value>The address of the connection itself, never one that a header names; <see langword="null"/> if there is none.</value>
    public IPAddress? Address { get; init; }

    /// <summary>Whether the peer passes on the request of somebody else.</summary>
    /// <value><see langword="true"/> takes the identity away from trust by network. A <c>Forwarded</c> or <c>X-Forwarded-For</c> header has the same effect.</value>
    public bool IsForwarded { get; init; }

    /// <summary>What the transport knows, for a policy of the service's own.</summary>
    /// <value>Such as the HttpContext or the delivered message; <see langword="null"/>, by default.</value>
    public object? Source { get; init; }
}
