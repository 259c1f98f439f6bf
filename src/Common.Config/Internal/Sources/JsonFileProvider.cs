using Microsoft.Extensions.Configuration.Json;

namespace Common.Config.Internal.Sources;

/// <summary>The keys and values of one JSON file.</summary>
internal sealed class JsonFileProvider(JsonFileSource source)
    : JsonConfigurationProvider(source),
        ILayeredProvider
{
    private JsonFileLayer? _layer;

    public IReadOnlyList<ConfigLayer> Layers => _layer is null ? [] : [_layer];

    public override void Load()
    {
        _layer = Read();
        Data = _layer?.Data ?? new Dictionary<string, string?>(StringComparer.OrdinalIgnoreCase);
        OnReload();
    }

    private JsonFileLayer? Read()
    {
        var file = Source.FileProvider?.GetFileInfo(Source.Path ?? "");
        if (file is not { Exists: true })
        {
            return Source.Optional
                ? null
                : throw new FileNotFoundException(
                    $"The configuration file {file?.PhysicalPath ?? Source.Path} was not found and is not optional."
                );
        }

        using var stream = file.CreateReadStream();
        using var memory = new MemoryStream((int)Math.Max(file.Length, 16));
        stream.CopyTo(memory);
        return JsonFileLayer.Parse(file.PhysicalPath ?? Source.Path ?? "", memory.ToArray());
    }
}
