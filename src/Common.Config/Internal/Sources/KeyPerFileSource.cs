using Microsoft.Extensions.Configuration;

namespace Common.Config.Internal.Sources;

/// <summary>A folder with a file for each option.</summary>
internal sealed class KeyPerFileSource(string path) : IConfigurationSource
{
    public IConfigurationProvider Build(IConfigurationBuilder builder) =>
        new KeyPerFileProvider(path);
}
