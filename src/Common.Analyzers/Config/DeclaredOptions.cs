namespace Common.Analyzers.Config;

/// <summary>The declared sections of a project and of what it references, at their places in a file.</summary>
internal sealed class DeclaredOptions
{
    private readonly Dictionary<string, JsonValue> _byClass = new(StringComparer.Ordinal);

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
}
