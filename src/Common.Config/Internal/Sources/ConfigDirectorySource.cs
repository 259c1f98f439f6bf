using Microsoft.Extensions.Configuration;

namespace Common.Config.Internal.Sources;

/// <summary>A folder whose JSON files are read one after another, in the ordinal order of their names.</summary>
internal sealed class ConfigDirectorySource(string path, ConfigRegistry registry)
    : IConfigurationSource
{
    public string Path { get; } = path;

    public IConfigurationProvider Build(IConfigurationBuilder builder) =>
        new ConfigDirectoryProvider(Path, registry);
}
