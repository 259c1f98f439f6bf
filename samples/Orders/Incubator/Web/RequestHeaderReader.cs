#nullable enable
using Common.Context;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;

namespace Orders.Incubator.Web;

/// <summary>The headers of a request, as the carrier reads them.</summary>
internal readonly struct RequestHeaderReader(IHeaderDictionary headers) : IHeaderReader
{
    public StringValues GetValues(string name) => headers[name];
}
