using Common.Config.Internal.Reloading;
using Microsoft.Extensions.Configuration.Json;
using Microsoft.Extensions.FileProviders;

namespace Common.Config.Internal.Sources;

/// <summary>The keys and values of one JSON file.</summary>
internal sealed class JsonFileProvider(JsonFileSource source)
    : JsonConfigurationProvider(source),
        IReloadedProvider
{
    private readonly Lock _loading = new();
    private string? _path;

    public IReadOnlyList<ConfigLayer> Layers { get; private set; } = [];

    public IEnumerable<string> Files => source.IsReloaded && PhysicalPath is { } path ? [path] : [];

    /// <summary>The path of the file, which stays the same whether it is there or not; null for one that does not lie on a disk.</summary>
    private string? PhysicalPath => _path ??= PathOf(Source.FileProvider, Source.Path ?? "");

    public override void Load()
    {
        // Of two who load at once, the later one must not be left with what the earlier one has read.
        lock (_loading)
        {
            Layers = Read(reload: false);
        }
    }

    public IReadOnlyList<ConfigLayer> Read() => source.IsReloaded ? Read(reload: true) : Layers;

    public void Replace(IReadOnlyList<ConfigLayer> layers)
    {
        if (!ReferenceEquals(layers, Layers))
        {
            Layers = layers;
            OnReload();
        }
    }

    public override bool TryGet(string key, out string? value)
    {
        value = null;
        return Layers is [JsonFileLayer layer] && layer.Data.TryGetValue(key, out value);
    }

    public override void Set(string key, string? value)
    {
        var layer = Layers is [JsonFileLayer present]
            ? present
            : JsonFileLayer.Parse(PhysicalPath ?? Source.Path ?? "", [.. "{}"u8]);
        Layers = [layer.With(key, value)];
    }

    public override IEnumerable<string> GetChildKeys(
        IEnumerable<string> earlierKeys,
        string? parentPath
    )
    {
        // The platform's own answer, from the data as it is now.
        Data = Layers is [JsonFileLayer layer] ? layer.Data : Empty;
        return base.GetChildKeys(earlierKeys, parentPath);
    }

    private static string? PathOf(IFileProvider? files, string name) =>
        // The provider would look at the file to see whether it is hidden, which elsewhere than on Windows is a matter of its name.
        files is PhysicalFileProvider physical
        && !OperatingSystem.IsWindows()
        && name.Length > 0
        && !name.StartsWith('.')
        && !name.AsSpan().ContainsAny('/', '\\')
            ? physical.Root + name
            : files?.GetFileInfo(name).PhysicalPath;

    private static Dictionary<string, string?> Empty => new(StringComparer.OrdinalIgnoreCase);

    private IReadOnlyList<ConfigLayer> Read(bool reload)
    {
        var before = Layers.SingleOrDefault() as JsonFileLayer;
        var path = PhysicalPath;
        if (path is null)
        {
            return ReadAnywhere(before, reload);
        }

        byte[]? content;
        try
        {
            content = before is null
                ? File.ReadAllBytes(path)
                : FileContent.IfChanged(path, before.Content);
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            return Missing(path, reload);
        }
        catch (Exception e) when (FileContent.IsUnreadable(e))
        {
            throw FileContent.Unreadable(path);
        }

        return content is null
            ? Layers
            : [JsonFileLayer.Parse(path, content, before, source.Registry.Plan)];
    }

    /// <summary>Reads a file that does not lie on a disk.</summary>
    private IReadOnlyList<ConfigLayer> ReadAnywhere(JsonFileLayer? before, bool reload)
    {
        var path = Source.Path ?? "";
        if (Source.FileProvider?.GetFileInfo(path) is not { Exists: true } file)
        {
            return Missing(path, reload);
        }

        var content = FileContent.Of(file);
        return before?.Content.SequenceEqual(content) == true
            ? Layers
            : [JsonFileLayer.Parse(path, content, before, source.Registry.Plan)];
    }

    private IReadOnlyList<ConfigLayer> Missing(string path, bool reload) =>
        Source.Optional
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
