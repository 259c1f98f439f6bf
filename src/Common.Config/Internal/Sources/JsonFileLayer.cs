using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Unicode;

namespace Common.Config.Internal.Sources;

/// <summary>What one JSON file said when it was read.</summary>
internal sealed class JsonFileLayer : ConfigLayer
{
    // Of JSON's spellings of the two characters of a reference, what all have in common.
    private static readonly SearchValues<byte> Marks = SearchValues.Create("$\\"u8);

    private readonly byte[] _content;
    private readonly byte[] _raw;
    private readonly JsonSpot[] _spots;
    private Dictionary<string, string?>? _data;

    private JsonFileLayer(
        string path,
        byte[] raw,
        byte[] content,
        KeyValuePair<string, string?>[] entries,
        JsonSpot[] spots
    )
    {
        Path = path;
        _raw = raw;
        _content = content;
        Entries = entries;
        _spots = spots;
        MayRefer = content.AsSpan().IndexOfAny(Marks) >= 0;
    }

    /// <summary>The path of the file.</summary>
    public string Path { get; }

    /// <summary>The values by key, whatever the case; made when first asked for.</summary>
    public Dictionary<string, string?> Data => _data ??= ToDictionary();

    /// <summary>The bytes of the file.</summary>
    public ReadOnlySpan<byte> Content => _raw;

    public override LayerKind Kind => LayerKind.File;

    public override KeyValuePair<string, string?>[] Entries { get; }

    public override bool MayRefer { get; }

    /// <summary>Reads a file.</summary>
    /// <param name="path">The path, for messages.</param>
    /// <param name="raw">The content.</param>
    /// <param name="before">What the file said before; null where that is not known.</param>
    /// <param name="plan">The declared options; null where they are not known.</param>
    /// <exception cref="ConfigException">The content is no JSON object, or names a key twice.</exception>
    public static JsonFileLayer Parse(
        string path,
        byte[] raw,
        JsonFileLayer? before = null,
        ConfigPlan? plan = null
    )
    {
        var content = ToUtf8(raw);
        if (before?.Patched(raw, content) is { } patched)
        {
            return patched;
        }

        using var found = new JsonEntries(before?.Entries ?? [], plan, content.Length);
        try
        {
            JsonWalker.Walk(content, found);
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
        catch (InvalidOperationException)
        {
            throw NoText(path, content);
        }

        var layer = new JsonFileLayer(path, raw, content, found.Entries, found.Spots);
        if (before is not null && found.HasSameKeys)
        {
            layer.TakePlacesOf(before);
            return layer;
        }

        var places = found.Places;
        if (plan is not null)
        {
            layer.TakePlaces(plan, places);
        }

        return DuplicateKey.Find(layer.Entries, places, plan?.Slots.Length ?? 0) is not { } twice
            ? layer
            : throw new ConfigException([
                new ConfigError(twice, null, layer.Locate(twice), "is given twice in one file"),
            ]);
    }

    /// <summary>The same with another value of one key, as code may set it.</summary>
    public JsonFileLayer With(string key, string? value)
    {
        var at = Array.FindIndex(
            Entries,
            entry => entry.Key.Equals(key, StringComparison.OrdinalIgnoreCase)
        );
        KeyValuePair<string, string?>[] entries = at < 0 ? [.. Entries, default] : [.. Entries];
        entries[at < 0 ? ^1 : at] = new(key, value);
        return new JsonFileLayer(Path, _raw, _content, entries, []);
    }

    public override string Locate(string key) => JsonPositions.Locate(Path, _content, key);

    /// <summary>The layer of a text that differs in one value alone; null for any other.</summary>
    private JsonFileLayer? Patched(byte[] raw, byte[] content)
    {
        if (!JsonPatch.TryFind(_content, content, _spots, out var index, out var value))
        {
            return null;
        }

        KeyValuePair<string, string?>[] entries = [.. Entries];
        entries[index] = new(entries[index].Key, value);
        var spots = JsonPatch.Move(_spots, index, content.Length - _content.Length);
        var layer = new JsonFileLayer(Path, raw, content, entries, spots);
        layer.TakePlacesOf(this);
        return layer;
    }

    private Dictionary<string, string?> ToDictionary()
    {
        var data = new Dictionary<string, string?>(
            Entries.Length,
            StringComparer.OrdinalIgnoreCase
        );
        foreach (var (key, value) in Entries)
        {
            data[key] = value;
        }

        return data;
    }

    /// <summary>What is said of a file whose characters are not those of its encoding, as of one from an editor with an older one.</summary>
    private static ConfigException NoText(string path, ReadOnlySpan<byte> content)
    {
        var line = 1;
        foreach (var range in content.Split((byte)'\n'))
        {
            if (!Utf8.IsValid(content[range]))
            {
                return new ConfigException([
                    new ConfigError(
                        "The file",
                        null,
                        string.Create(CultureInfo.InvariantCulture, $"{path}:{line}"),
                        "is no text in UTF-8 or UTF-16 there"
                    ),
                ]);
            }

            line++;
        }

        return new ConfigException([
            new ConfigError(
                "The file",
                null,
                path,
                "has half of a character in it, such as \\ud800"
            ),
        ]);
    }

    private static byte[] ToUtf8(byte[] content) =>
        content is [0xFE, 0xFF, ..] ? Encoding.BigEndianUnicode.GetPreambleFree(content)
        : content is [0xFF, 0xFE, ..] ? Encoding.Unicode.GetPreambleFree(content)
        : content is [0xEF, 0xBB, 0xBF, ..] ? content[3..]
        : content;
}
