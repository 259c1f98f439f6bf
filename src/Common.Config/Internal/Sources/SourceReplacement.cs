using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Configuration.Json;

namespace Common.Config.Internal.Sources;

/// <summary>Puts this package's reader of JSON files in the place of the platform's, source by source, so that precedence stays.</summary>
internal static class SourceReplacement
{
    public static void Apply(IConfigurationBuilder builder)
    {
        for (var i = 0; i < builder.Sources.Count; i++)
        {
            if (
                builder.Sources[i] is JsonConfigurationSource json
                && json.GetType() == typeof(JsonConfigurationSource)
            )
            {
                builder.Sources[i] = JsonFileSource.From(json);
            }
        }
    }
}
