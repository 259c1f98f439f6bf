using System.Globalization;
using System.Text;
using System.Text.Json;

namespace Common.Config.Internal.Sources;

/// <summary>What one JSON file said when it was read.</summary>
internal sealed class JsonFileLayer : ConfigLayer
{
    private readonly string _path;
    private readonly byte[] _content;
    private readonly byte[] _raw;

    private JsonFileLayer(string path, byte[] raw, byte[] content, Dictionary<string, string?> data)
    {
        _raw = raw;
        _path = path;
        _content = content;
        Data = data;
    }

    /// <summary>The path of the file.</summary>
    public string Path => _path;

    public Dictionary<string, string?> Data { get; }

    /// <summary>The bytes of the file.</summary>
    public ReadOnlySpan<byte> Content => _raw;

    public override LayerKind Kind => LayerKind.File;

    public override IEnumerable<KeyValuePair<string, string?>> Entries => Data;

    /// <summary>Reads a file.</summary>
    /// <exception cref="ConfigException">The content is no JSON object, or names a key twice.</exception>
    public static JsonFileLayer Parse(string path, byte[] raw)
    {
        var content = ToUtf8(raw);
        var data = new Dictionary<string, string?>(StringComparer.OrdinalIgnoreCase);
        string? twice = null;
        try
        {
            JsonWalker.Walk(
                content,
                (key, value, _) => twice = data.TryAdd(key, value) ? twice : twice ?? key
            );
        }
        catch (JsonException e)
        {
            throw new ConfigException([
                new ConfigError(
                    "The file",
                    null,
                    string.Create(CultureInfo.InvariantCulture, $"{path}:{e.LineNumber + 1}"),
                    "is not valid JSON there"
                ),
            ]);
        }

        return twice is null
            ? new JsonFileLayer(path, raw, content, data)
            : throw new ConfigException([
                new ConfigError(
                    twice,
                    null,
                    JsonPositions.Locate(path, content, twice),
                    "is given twice in one file"
                ),
            ]);
    }

    public override string Locate(string key) => JsonPositions.Locate(_path, _content, key);

    private static byte[] ToUtf8(byte[] content) =>
        content is [0xFE, 0xFF, ..] ? Encoding.BigEndianUnicode.GetPreambleFree(content)
        : content is [0xFF, 0xFE, ..] ? Encoding.Unicode.GetPreambleFree(content)
        : content;
}
