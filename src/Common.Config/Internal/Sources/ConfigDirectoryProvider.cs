using Common.Config.Internal.Reloading;
using Microsoft.Extensions.Configuration;

namespace Common.Config.Internal.Sources;

/// <summary>The keys and values of a folder's JSON files; a later file wins.</summary>
internal sealed class ConfigDirectoryProvider(string path, ConfigRegistry registry)
    : ConfigurationProvider,
        IReloadedProvider
{
    public IReadOnlyList<ConfigLayer> Layers { get; private set; } = [];

    public IEnumerable<string> Files => [path];

    public override void Load() => Use(Read());

    public IReadOnlyList<ConfigLayer> Read()
    {
        if (!Directory.Exists(path))
        {
            return [];
        }

        var layers = new List<ConfigLayer>();
        foreach (var file in Directory.EnumerateFiles(path, "*.json").Order(StringComparer.Ordinal))
        {
            var before = Layers
                .OfType<JsonFileLayer>()
                .FirstOrDefault(layer => layer.Path.Equals(file, StringComparison.Ordinal));
            byte[]? content;
            try
            {
                content = FileContent.IfChanged(file, before is null ? default : before.Content);
            }
            catch (FileNotFoundException) when (Path.GetFileName(file).StartsWith('.'))
            {
                continue; // the link by which an editor marks a file as open, which leads nowhere
            }
            catch (Exception e) when (FileContent.IsUnreadable(e))
            {
                throw FileContent.Unreadable(file);
            }

            layers.Add(
                content is not null
                    ? JsonFileLayer.Parse(file, content, before, registry.Plan)
                    : before ?? JsonFileLayer.Parse(file, [])
            );
        }

        return layers.SequenceEqual(Layers) ? Layers : layers;
    }

    public void Replace(IReadOnlyList<ConfigLayer> layers)
    {
        if (!ReferenceEquals(layers, Layers))
        {
            Use(layers);
            OnReload();
        }
    }

    public override string ToString() => $"config.d at {path}";

    private void Use(IReadOnlyList<ConfigLayer> layers)
    {
        var data = new Dictionary<string, string?>(StringComparer.OrdinalIgnoreCase);
        foreach (var (key, value) in layers.SelectMany(layer => layer.Entries))
        {
            data[key] = value;
        }

        Layers = layers;
        Data = data;
    }
}
