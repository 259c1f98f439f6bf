namespace Common.Config.Binding;

/// <summary>What the sources say of one option, or of one element of it: the value of the highest source, or children.</summary>
internal sealed class ConfigNode(string key)
{
    /// <summary>The whole key, as the deciding source writes it.</summary>
    public string Key { get; private set; } = key;

    public string? Value { get; private set; }

    public bool HasValue { get; private set; }

    /// <summary>The number of the source that decides; higher wins.</summary>
    public int Layer { get; private set; } = -1;

    /// <summary>Which of the option's names the deciding source uses: 0 for the present one.</summary>
    public int Alias { get; set; }

    public Dictionary<string, ConfigNode>? Children { get; private set; }

    public void Set(string key, string? value, int layer)
    {
        Key = key;
        Value = value;
        HasValue = true;
        Layer = layer;
    }

    public void Touch(int layer) => Layer = layer;

    public void Clear(string key)
    {
        Key = key;
        Value = null;
        HasValue = false;
        Children = null;
    }

    public ConfigNode Child(string name)
    {
        Children ??= new Dictionary<string, ConfigNode>(StringComparer.OrdinalIgnoreCase);
        if (!Children.TryGetValue(name, out var child))
        {
            child = new ConfigNode(Key + ":" + name);
            Children.Add(name, child);
        }

        return child;
    }

    public ConfigNode? Find(string name) =>
        Children is not null && Children.TryGetValue(name, out var child) ? child : null;
}
