using Microsoft.Extensions.Primitives;

namespace Common.Context.Tests;

/// <summary>Header lines in their order, as a request has them.</summary>
internal readonly struct HeaderLines((string Name, string Value)[] lines) : IHeaderReader
{
    public StringValues GetValues(string name) =>
        lines
            .Where(l => string.Equals(l.Name, name, StringComparison.OrdinalIgnoreCase))
            .Select(l => l.Value)
            .ToArray();
}
