namespace Common.Analyzers.Config;

/// <summary>The declared sections of a project and of what it references, at their places in a file.</summary>
internal sealed class DeclaredOptions
{
    /// <summary>As the service's own: a section that lies in itself has no end.</summary>
    private const int DepthLimit = 16;

    private readonly Dictionary<string, JsonValue> _byClass = new(StringComparer.Ordinal);
    private readonly Dictionary<JsonValue, Dictionary<string, JsonValue>> _options = [];

    public DeclaredNode Root { get; } = new();

    /// <summary>Takes one entry of the catalogue.</summary>
    public void Add(string json)
    {
        if (JsonReader.Read(json) is not { } section || section.TextOf("section") is not { } path)
        {
            return;
        }

        if (section.TextOf("class") is { } name)
        {
            _byClass[name] = section;
        }

        if (path.Length > 0)
        {
            Root.At(path).Section = section;
        }
    }

    /// <summary>Takes the older keys, when all entries are there: those of sections within others too.</summary>
    public void Complete()
    {
        foreach (var section in _byClass.Values)
        {
            if (section.TextOf("section") is { Length: > 0 } path)
            {
                AddOlder(section, path, depth: 0);
            }
        }
    }

    private void AddOlder(JsonValue section, string path, int depth)
    {
        foreach (var option in section["options"]?.Elements ?? [])
        {
            var key = path + ":" + option.TextOf("name");
            foreach (var older in option["deprecatedKeys"]?.Elements ?? [])
            {
                if (older.TextOf("path") is { } name)
                {
                    Root.At(name).Older = (option, key, older.TextOf("since") ?? string.Empty);
                }
            }

            if (
                option.TextOf("type") == "section"
                && depth < DepthLimit
                && Find(option.TextOf("class")) is { } inner
            )
            {
                AddOlder(inner, key, depth + 1);
            }
        }
    }

    public JsonValue? Find(string? name) =>
        name is not null && _byClass.TryGetValue(name, out var section) ? section : null;

    /// <summary>Gives an option of a section, whatever the case of its name; null where the section has none of the name.</summary>
    public JsonValue? Option(JsonValue section, string name)
    {
        if (!_options.TryGetValue(section, out var options))
        {
            _options[section] = options = new(StringComparer.OrdinalIgnoreCase);
            foreach (var option in section["options"]?.Elements ?? [])
            {
                options[option.TextOf("name") ?? string.Empty] = option;
            }
        }

        return options.TryGetValue(name, out var found) ? found : null;
    }
}
