using Microsoft.Extensions.Configuration;

namespace Common.Config.Internal;

/// <summary>A configuration that does not tell its sources apart.</summary>
internal sealed class PlainLayer(IConfiguration configuration) : ConfigLayer
{
    public override KeyValuePair<string, string?>[] Entries { get; } =
    [
        .. configuration
            .AsEnumerable(makePathsRelative: true)
            .Where(entry => entry.Value is not null),
    ];

    public override string Locate(string key) => "configuration";
}
