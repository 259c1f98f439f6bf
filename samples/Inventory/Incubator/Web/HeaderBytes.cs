#nullable enable
using System;
using System.Text;
using Common.Context;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.Options;

namespace Inventory.Incubator.Web;

/// <summary>
/// Lets any bytes through in the headers of the context, since an ill-formed ID is replaced and does not fail the request. All
/// other headers stay strict.
/// </summary>
internal sealed class HeaderBytes : IConfigureOptions<KestrelServerOptions>
{
    public void Configure(KestrelServerOptions options) =>
        options.RequestHeaderEncodingSelector = name => IsOfContext(name) ? Encoding.Latin1 : null;

    private static bool IsOfContext(string name) =>
        Is(name, ContextHeaders.RequestId)
        || Is(name, ContextHeaders.GlobalRequestId)
        || Is(name, ContextHeaders.User)
        || Is(name, ContextHeaders.Domain)
        || Is(name, ContextHeaders.Tenant)
        || Is(name, ContextHeaders.Roles)
        || Is(name, ContextHeaders.OnBehalfOf)
        || Is(name, ContextHeaders.ReadOnly)
        || Is(name, ContextHeaders.Deadline)
        || Is(name, ContextHeaders.Verbose)
        || Is(name, ContextHeaders.TraceParent)
        || Is(name, ContextHeaders.TraceState)
        || Is(name, ContextHeaders.Baggage);

    private static bool Is(string name, string header) =>
        name.Equals(header, StringComparison.OrdinalIgnoreCase);
}
