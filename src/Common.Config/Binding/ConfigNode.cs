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

    /// <summary>Whether the value must not be shown: a secret was substituted into it, or the option is named like one.</summary>
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

    public void Hide() => IsSecret = true;

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
        Children ??= NewChildren();
        if (!Children.TryGetValue(name, out var child))
        {
            child = new ConfigNode(Key + ":" + name);
            Children.Add(name, child);
        }

        return child;
    }

    public ConfigNode? Find(string name) =>
        Children is not null && Children.TryGetValue(name, out var child) ? child : null;

    /// <summary>Says whether the node is what one key alone makes of an option, from a layer of the same number as before.</summary>
    public bool IsStill(string key, string? value, int layer, int alias) =>
        Layer == layer
        && Alias == alias
        && HasValue
        && !IsSecret
        && Children is null
        && ReferenceEquals(Key, key)
        && ReferenceEquals(Value, value);

    /// <summary>Another node that says the same, of one that has no children.</summary>
    public ConfigNode Copy() => (ConfigNode)MemberwiseClone();

    /// <summary>The same with the texts of secrets in the place of the files that held them.</summary>
    /// <param name="texts">The texts by the keys of the secrets.</param>
    public ConfigNode WithTexts(IReadOnlyDictionary<string, Secret> texts)
    {
        if (texts.Count == 0)
        {
            return this;
        }

        var node = new ConfigNode(Key)
        {
            Value = Value,
            HasValue = HasValue,
            Layer = Layer,
            Source = Source,
            Alias = Alias,
            IsSecret = IsSecret,
        };
        if (texts.TryGetValue(Key, out var secret))
        {
            (node.Value, node.HasValue) = (secret.Reveal(), true);
            return node;
        }

        foreach (var (name, child) in Children ?? [])
        {
            (node.Children ??= NewChildren()).Add(name, child.WithTexts(texts));
        }

        return node;
    }

    /// <summary>Says whether what one source has said here is what another node says.</summary>
    /// <param name="layer">The number of the source.</param>
    /// <param name="other">A node of that source alone.</param>
    public bool SaysIn(int layer, ConfigNode other) =>
        HasValue == other.HasValue
        && string.Equals(Value, other.Value, StringComparison.Ordinal)
        && (Children?.Values.Count(child => child.Layer == layer) ?? 0)
            == (other.Children?.Count ?? 0)
        && (other.Children ?? []).All(pair =>
            Find(pair.Key) is { } child && child.SaysIn(layer, pair.Value)
        );

    /// <summary>Says whether two nodes give the same value, whatever their sources.</summary>
    public static bool Same(ConfigNode? a, ConfigNode? b)
    {
        if (ReferenceEquals(a, b))
        {
            return true;
        }

        if (a is null || b is null)
        {
            return false;
        }

        if (
            !string.Equals(a.Value, b.Value, StringComparison.Ordinal)
            || a.HasValue != b.HasValue
            || (a.Children?.Count ?? 0) != (b.Children?.Count ?? 0)
        )
        {
            return false;
        }

        if (a.Children is null)
        {
            return true;
        }

        foreach (var (name, child) in a.Children)
        {
            if (b.Find(name) is not { } other || !Same(child, other))
            {
                return false;
            }
        }

        return true;
    }

    private static Dictionary<string, ConfigNode> NewChildren() =>
        new(StringComparer.OrdinalIgnoreCase);
}
