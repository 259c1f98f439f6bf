using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Configuration.EnvironmentVariables;

namespace Common.Config.Internal.Sources;

/// <summary>The environment, as <c>AddEnvironmentVariables</c> reads it, that knows the name of every variable.</summary>
internal sealed class EnvironmentSource(EnvironmentVariablesConfigurationSource replaced)
    : IConfigurationSource
{
    public IConfigurationProvider Build(IConfigurationBuilder builder) =>
        new EnvironmentProvider(replaced.Prefix);
}
