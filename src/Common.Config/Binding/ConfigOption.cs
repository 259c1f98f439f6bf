using System.ComponentModel;

namespace Common.Config.Binding;

/// <summary>One declared option. Made by generated code.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract class ConfigOption
{
    private protected ConfigOption(string name, ConfigType type)
    {
        Name = name;
        Type = type;
    }

    /// <summary>The name of the property, which is the last segment of the key.</summary>
    /// <value>One segment.</value>
    public string Name { get; }

    /// <summary>How the values are written.</summary>
    /// <value>One of <see cref="ConfigTypes"/>.</value>
    public ConfigType Type { get; }

    /// <summary>Whether a value must be given.</summary>
    /// <value>The default is <see langword="false"/>.</value>
    public bool IsRequired { get; init; }

    /// <summary>Whether the option may hold no value at all.</summary>
    /// <value>The default is <see langword="false"/>.</value>
    public bool IsNullable { get; init; }

    /// <summary>Whether a change takes effect while the service runs.</summary>
    /// <value>The default is <see langword="false"/>.</value>
    public bool IsReloadable { get; init; }

    /// <summary>The older keys of the option, whole.</summary>
    /// <value>The default is none.</value>
    public IReadOnlyList<DeprecatedKey> DeprecatedKeys { get; init; } = [];

    /// <summary>What to say of an option that goes away itself; <see langword="null"/> for one that stays.</summary>
    /// <value>Such as <c>deprecated since 1.2; use Orders:Database:PoolSize</c>.</value>
    public string? Deprecation { get; init; }

    /// <summary>Reads the value and reports what is wrong with it.</summary>
    internal abstract void Check(ConfigReader reader);

    /// <summary>The place of the option among those of its section.</summary>
    internal int Index { get; set; }
}
