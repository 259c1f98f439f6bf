using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Configuration.CommandLine;
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
    public static void Apply(IConfigurationBuilder builder, ConfigRegistry registry)
    {
        if (builder.Sources.Any(source => source is ConfigDirectorySource or JsonFileSource))
        {
            return;
        }

        List<IConfigurationSource> sources =
        [
            .. builder.Sources.Select(source => Replace(source, registry)),
        ];
        var lastFile = sources.FindLastIndex(source => source is JsonConfigurationSource);
        var firstOfEnvironment = sources.FindIndex(source => source is EnvironmentSource);
        sources.InsertRange(
            lastFile >= 0 ? lastFile + 1
                : firstOfEnvironment >= 0 ? firstOfEnvironment
                : sources.Count,
            Folders(builder, registry)
        );

        SetSources(builder, sources);
    }

    /// <summary>Puts some files in the place of all that the builder reads of files and of the command line; the environment stays.</summary>
    public static void TakeFiles(
        IConfigurationBuilder builder,
        IEnumerable<string> files,
        ConfigRegistry registry
    )
    {
        List<IConfigurationSource> sources = [.. builder.Sources];
        var place = Math.Max(0, sources.FindIndex(IsFile));
        var kept = sources.Take(place).Count(IsKept);
        sources = [.. sources.Where(IsKept)];
        sources.InsertRange(kept, files.Select(file => JsonFileSource.Of(file, registry)));
        SetSources(builder, sources);

        static bool IsFile(IConfigurationSource source) =>
            source is FileConfigurationSource or ConfigDirectorySource or KeyPerFileSource;

        static bool IsKept(IConfigurationSource source) =>
            !IsFile(source) && source is not CommandLineConfigurationSource;
    }

    private static void SetSources(
        IConfigurationBuilder builder,
        List<IConfigurationSource> sources
    )
    {
        // The builder of a host loads each source when it is added, and all of them again when one is replaced.
        builder.Sources.Clear();
        foreach (var source in sources)
        {
            builder.Sources.Add(source);
        }
    }

    private static IConfigurationSource Replace(
        IConfigurationSource source,
        ConfigRegistry registry
    ) =>
        source switch
        {
            JsonConfigurationSource json when json.GetType() == typeof(JsonConfigurationSource) =>
                JsonFileSource.From(json, registry),
            EnvironmentVariablesConfigurationSource variables => new EnvironmentSource(variables),
            _ => source,
        };

    /// <summary>The sources of config.d and of the files of single keys.</summary>
    private static IEnumerable<IConfigurationSource> Folders(
        IConfigurationBuilder builder,
        ConfigRegistry registry
    )
    {
        var settings = builder as IConfiguration;
        var directory = settings?["Common:Config:Directory"];
        yield return new ConfigDirectorySource(
            Full(
                builder,
                string.IsNullOrEmpty(directory) ? ConfigOptions.DefaultDirectory : directory
            ),
            registry
        );
        var keyPerFile = settings?["Common:Config:KeyPerFile"];
        if (!string.IsNullOrEmpty(keyPerFile))
        {
            yield return new KeyPerFileSource(Full(builder, keyPerFile));
        }
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
