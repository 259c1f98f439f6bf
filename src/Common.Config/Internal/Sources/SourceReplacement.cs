using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Configuration.EnvironmentVariables;
using Microsoft.Extensions.Configuration.Json;
using Microsoft.Extensions.FileProviders;

namespace Common.Config.Internal.Sources;

/// <summary>
/// Puts this package's readers of JSON files and of the environment in the place of the platform's, source by source, so that precedence stays; and config.d
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

        builder.Sources.Insert(
            lastFile >= 0 ? lastFile + 1 : FirstOfEnvironment(builder.Sources),
            new ConfigDirectorySource(DirectoryOf(builder))
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

    private static string DirectoryOf(IConfigurationBuilder builder)
    {
        var configured = builder is IConfiguration configuration
            ? configuration["Common:Config:Directory"]
            : null;
        return Path.GetFullPath(
            string.IsNullOrEmpty(configured) ? ConfigOptions.DefaultDirectory : configured,
            builder.GetFileProvider() is PhysicalFileProvider files
                ? files.Root
                : AppContext.BaseDirectory
        );
    }
}
