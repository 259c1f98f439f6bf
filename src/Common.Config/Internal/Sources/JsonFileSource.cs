using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Configuration.Json;
using Microsoft.Extensions.FileProviders;
using Microsoft.Extensions.FileProviders.Physical;

namespace Common.Config.Internal.Sources;

/// <summary>A JSON file, as <c>AddJsonFile</c> reads it, that knows the line of every key and is reloaded with all others or not at all.</summary>
internal sealed class JsonFileSource : JsonConfigurationSource
{
    /// <summary>Whether the file is watched.</summary>
    public bool IsReloaded { get; init; }

    /// <summary>The declared options.</summary>
    public required ConfigRegistry Registry { get; init; }

    public static JsonFileSource From(JsonConfigurationSource source, ConfigRegistry registry) =>
        new()
        {
            FileProvider = source.FileProvider,
            Path = source.Path!,
            Optional = source.Optional,
            OnLoadException = source.OnLoadException,
            IsReloaded = source.ReloadOnChange,
            ReloadOnChange = false,
            Registry = registry,
        };

    /// <summary>A file that must be there, wherever it lies.</summary>
    public static JsonFileSource Of(string file, ConfigRegistry registry)
    {
        var path = System.IO.Path.GetFullPath(file);
        return new()
        {
            FileProvider = new PhysicalFileProvider(
                System.IO.Path.GetDirectoryName(path)!,
                ExclusionFilters.None
            ),
            Path = System.IO.Path.GetFileName(path),
            Registry = registry,
        };
    }

    public override IConfigurationProvider Build(IConfigurationBuilder builder)
    {
        EnsureDefaults(builder);
        return new JsonFileProvider(this);
    }
}
