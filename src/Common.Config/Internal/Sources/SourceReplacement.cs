using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Configuration.EnvironmentVariables;
using Microsoft.Extensions.Configuration.Json;
using Microsoft.Extensions.FileProviders;

namespace Common.Config.Internal.Sources;

/// <summary>
/// Puts this package's readers of JSON files and of the environment in the place of the platform's, source by source, so that precedence stays; and
/// config.d and the files of single keys between the files and the environment.
/// </summary>
internal static class SourceReplacement
{
    public static void Apply(IConfigurationBuilder builder)
    {
        if (builder.Sources.OfType<ConfigDirectorySource>().Any())
        {
            return;
        }

        var lastFile = -1;
        for (var i = 0; i < builder.Sources.Count; i++)
        {
            switch (builder.Sources[i])
            {
                case JsonConfigurationSource json:
                    lastFile = i;
                    if (json.GetType() == typeof(JsonConfigurationSource))
                    {
                        builder.Sources[i] = JsonFileSource.From(json);
                    }

                    break;
                case EnvironmentVariablesConfigurationSource variables:
                    builder.Sources[i] = new EnvironmentSource(variables);
                    break;
                default:
                    break;
            }
        }

        var place = lastFile >= 0 ? lastFile + 1 : FirstOfEnvironment(builder.Sources);
        var settings = builder as IConfiguration;
        var directory = settings?["Common:Config:Directory"];
        var keyPerFile = settings?["Common:Config:KeyPerFile"];
        if (!string.IsNullOrEmpty(keyPerFile))
        {
            builder.Sources.Insert(place, new KeyPerFileSource(Full(builder, keyPerFile)));
        }

        builder.Sources.Insert(
            place,
            new ConfigDirectorySource(
                Full(
                    builder,
                    string.IsNullOrEmpty(directory) ? ConfigOptions.DefaultDirectory : directory
                )
            )
        );
    }

    private static int FirstOfEnvironment(IList<IConfigurationSource> sources)
    {
        for (var i = 0; i < sources.Count; i++)
        {
            if (sources[i] is EnvironmentSource)
            {
                return i;
            }
        }

        return sources.Count;
    }

    /// <summary>Gives the whole path of a folder that may be named from the folder of appsettings.json.</summary>
    private static string Full(IConfigurationBuilder builder, string path) =>
        Path.GetFullPath(
            path,
            builder.GetFileProvider() is PhysicalFileProvider files
                ? files.Root
                : AppContext.BaseDirectory
        );
}
