namespace Common.Analyzers.Config;

/// <summary>The declared sections of a project and of what it references, at their places in a file.</summary>
internal sealed class DeclaredOptions
{
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

        foreach (var option in section["options"]?.Elements ?? [])
        {
            foreach (var key in option["deprecatedKeys"]?.Elements ?? [])
            {
                if (key.TextOf("path") is { } older && path.Length > 0)
                {
                    Root.At(older).Older = (
                        option,
                        path + ":" + option.TextOf("name"),
                        key.TextOf("since") ?? ""
                    );
                }
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
