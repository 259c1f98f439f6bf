using Common.Config.Internal.Reloading;
using Microsoft.Extensions.Configuration;

namespace Common.Config.Internal.Sources;

/// <summary>The keys and values of a folder with a file for each option.</summary>
internal sealed class KeyPerFileProvider(string path) : ConfigurationProvider, IReloadedProvider
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

        var entries = new List<KeyValuePair<string, string?>>();
        foreach (var file in Directory.EnumerateFiles(path).Order(StringComparer.Ordinal))
        {
            // Kubernetes keeps what its links lead to in names that begin with dots.
            var name = Path.GetFileName(file);
            if (!name.StartsWith('.'))
            {
                var key = name.Replace("__", ":", StringComparison.Ordinal);
                entries.Add(new(key, TextOf(file)));
            }
        }

        return Layers is [var layer] && layer.Entries.SequenceEqual(entries)
            ? Layers
            : [new ProviderLayer([.. entries], Locate, LayerKind.Other)];
    }

    public void Replace(IReadOnlyList<ConfigLayer> layers)
    {
        if (!ReferenceEquals(layers, Layers))
        {
            Use(layers);
            OnReload();
        }
    }

    public override string ToString() => $"files in {path}";

    private static string TextOf(string file)
    {
        try
        {
            return SecretFile.Read(file);
        }
        catch (Exception e) when (FileContent.IsUnreadable(e))
        {
            throw FileContent.Unreadable(file);
        }
    }

    private string Locate(string key) =>
        Path.Combine(path, key.Replace(":", "__", StringComparison.Ordinal));

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
