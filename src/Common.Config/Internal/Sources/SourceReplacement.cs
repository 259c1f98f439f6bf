using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Configuration.EnvironmentVariables;
using Microsoft.Extensions.Configuration.Json;

namespace Common.Config.Internal.Sources;

/// <summary>
/// Puts this package's reader of JSON files in the place of the platform's, source by source, so that precedence stays; and config.d
/// between the files and the environment.
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
            if (builder.Sources[i] is not JsonConfigurationSource json)
            {
                continue;
            }

            if (json.GetType() == typeof(JsonConfigurationSource))
            {
                builder.Sources[i] = JsonFileSource.From(json);
            }

            lastFile = i;
        }

        builder.Sources.Insert(
            lastFile >= 0 ? lastFile + 1 : FirstOfEnvironment(builder.Sources),
            new ConfigDirectorySource(DirectoryOf(builder))
        );
    }

    private static int FirstOfEnvironment(IList<IConfigurationSource> sources)
    {
        for (var i = 0; i < sources.Count; i++)
        {
            if (sources[i] is EnvironmentVariablesConfigurationSource)
            {
                return i;
            }
        }

        return sources.Count;
    }

    private static string DirectoryOf(IConfigurationBuilder builder)
    {
        var configured = builder is IConfiguration configuration
            ? configuration["Common:Config:Directory"]
            : null;
        var root = builder.GetFileProvider().GetFileInfo("appsettings.json").PhysicalPath
            is { } file
            ? Path.GetDirectoryName(file)!
            : AppContext.BaseDirectory;
        return Path.GetFullPath(
            string.IsNullOrEmpty(configured) ? ConfigOptions.DefaultDirectory : configured,
            root
        );
    }
}
