#nullable enable
using Common.Config;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.Options;

namespace Inventory.Incubator.Web;

/// <summary>Hands the limits over that the server keeps itself.</summary>
internal sealed class KestrelLimits(Live<WebLimitOptions> limits)
    : IConfigureOptions<KestrelServerOptions>
{
    public void Configure(KestrelServerOptions options)
    {
        var (from, to) = (limits.Current, options.Limits);
        to.MaxRequestBodySize = from.Body.Bytes;
        to.MaxRequestLineSize = (int)from.RequestLine.Bytes;
        to.MaxRequestHeadersTotalSize = (int)from.Headers.Bytes;
        to.MaxRequestHeaderCount = from.HeaderCount;
        to.RequestHeadersTimeout = from.HeadersTime.ToTimeSpan();
        to.KeepAliveTimeout = from.KeepAlive.ToTimeSpan();
        to.MaxConcurrentConnections = from.Connections;
    }
}
