using System.Collections.Immutable;
using System.Runtime.InteropServices;
using Common.Context.Internal;
using Microsoft.Extensions.Logging;

namespace Common.Context;

/// <summary>What a carrier made of the headers of a request.</summary>
/// <param name="Context">The context of the request in this service.</param>
/// <param name="Trust">How much of the headers was believed.</param>
/// <param name="Refused">The headers that were ill-formed; empty for most requests.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct ReceivedContext(
    RequestContext Context,
    PeerTrust Trust,
    ImmutableArray<RefusedHeader> Refused
)
{
    /// <summary>Notes each refused header by a Diagnostic event that gives its length and never its text.</summary>
    /// <param name="logger">Where to; call it inside the entered context.</param>
    public void LogRefused(ILogger logger)
    {
        if (Refused.IsDefaultOrEmpty)
        {
            return;
        }

        foreach (var header in Refused)
        {
            logger.HeaderRefused(header.Name, header.Length);
        }
    }
}
