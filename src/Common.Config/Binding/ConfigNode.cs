using Common.Config.Internal;

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

    /// <summary>The source that decides.</summary>
    public ConfigLayer? Source { get; private set; }

    /// <summary>Which of the option's names the deciding source uses: 0 for the present one.</summary>
    public int Alias { get; set; }

    /// <summary>Whether the value must not be shown, because a secret was substituted into it.</summary>
    public bool IsSecret { get; private set; }

    public Dictionary<string, ConfigNode>? Children { get; private set; }

    public bool IsNull => HasValue && Value is null && Children is null;

    public void Set(string key, string? value, int layer, ConfigLayer source)
    {
        Key = key;
        Value = value;
        HasValue = true;
        Touch(layer, source);
    }

    public void Substitute(string value, bool isSecret)
    {
        Value = value;
        IsSecret = isSecret;
    }

    public void Touch(int layer, ConfigLayer source)
    {
        Layer = layer;
        Source = source;
    }

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

    /// <summary>Says whether two nodes give the same value, whatever their sources.</summary>
    public static bool Same(ConfigNode? a, ConfigNode? b)
    {
        if (a is null || b is null)
        {
            return a is null && b is null;
        }

        if (
            !string.Equals(a.Value, b.Value, StringComparison.Ordinal)
            || a.HasValue != b.HasValue
            || (a.Children?.Count ?? 0) != (b.Children?.Count ?? 0)
        )
        {
            return false;
        }

        foreach (var (name, child) in a.Children ?? [])
        {
            if (b.Find(name) is not { } other || !Same(child, other))
            {
                return false;
            }
        }

        return true;
    }
}
