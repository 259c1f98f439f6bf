using Common.Config.Internal.Reloading;
using Microsoft.Extensions.Configuration.Json;

namespace Common.Config.Internal.Sources;

/// <summary>The keys and values of one JSON file.</summary>
internal sealed class JsonFileProvider(JsonFileSource source)
    : JsonConfigurationProvider(source),
        IReloadedProvider
{
    public IReadOnlyList<ConfigLayer> Layers { get; private set; } = [];

    public IEnumerable<string> Files => source.IsReloaded && PhysicalPath is { } path ? [path] : [];

    private string? PhysicalPath =>
        Source.FileProvider?.GetFileInfo(Source.Path ?? "").PhysicalPath;

    public override void Load() => Use(Read(reload: false));

    public IReadOnlyList<ConfigLayer> Read() => source.IsReloaded ? Read(reload: true) : Layers;

    public void Replace(IReadOnlyList<ConfigLayer> layers)
    {
        if (!ReferenceEquals(layers, Layers))
        {
            Use(layers);
            OnReload();
        }
    }

    private void Use(IReadOnlyList<ConfigLayer> layers)
    {
        Layers = layers;
        Data = layers is [JsonFileLayer layer]
            ? layer.Data
            : new Dictionary<string, string?>(StringComparer.OrdinalIgnoreCase);
    }

    private IReadOnlyList<ConfigLayer> Read(bool reload)
    {
        var file = Source.FileProvider?.GetFileInfo(Source.Path ?? "");
        var path = file?.PhysicalPath ?? Source.Path ?? "";
        if (file is not { Exists: true })
        {
            return Source.Optional
                ? Layers.Count == 0 && reload
                    ? Layers
                    : []
                : reload
                    ? throw new ConfigException([
                        new ConfigError(path, null, null, "is gone, and is not optional"),
                    ])
                    : throw new FileNotFoundException(
                        $"The configuration file {path} was not found and is not optional."
                    );
        }

        using var stream = file.CreateReadStream();
        using var memory = new MemoryStream((int)Math.Max(file.Length, 16));
        stream.CopyTo(memory);
        var content = memory.ToArray();
        return Layers is [JsonFileLayer layer] && layer.Content.SequenceEqual(content)
            ? Layers
            : [JsonFileLayer.Parse(path, content)];
    }
}
