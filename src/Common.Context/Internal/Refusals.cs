using System.Collections.Immutable;
using Microsoft.Extensions.Primitives;

namespace Common.Context.Internal;

/// <summary>Collects what was refused; allocates only if something was.</summary>
internal struct Refusals(ContextMeter meter)
{
    private ImmutableArray<RefusedHeader>.Builder? _headers;

    public void Add(ReadHeader header, StringValues values)
    {
        var name = ReadHeaders.NameOf(header);
        var length = 0;
        foreach (var value in values)
        {
            length += value?.Length ?? 0;
        }

        meter.Refused(name);
        _headers ??= ImmutableArray.CreateBuilder<RefusedHeader>();
        _headers.Add(new RefusedHeader(name, length));
    }

    public readonly ImmutableArray<RefusedHeader> ToImmutable() => _headers?.ToImmutable() ?? [];
}
