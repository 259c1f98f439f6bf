using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;

namespace Common.Config.Binding;

/// <summary>One declared option with its type. Made by generated code.</summary>
/// <typeparam name="T">The type of the values; for a nullable value type the type below it.</typeparam>
/// <param name="name">The name of the property.</param>
/// <param name="type">How the values are written.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class ConfigOption<T>(string name, ConfigType<T> type) : ConfigOption(name, type)
{
    private readonly ConfigRule<T>[] _rules = [];

    /// <summary>What must hold for a value.</summary>
    /// <value>The default is no rule.</value>
    public IReadOnlyList<ConfigRule<T>> Rules
    {
        get => _rules;
        init => _rules = [.. value];
    }

    internal new ConfigType<T> Type { get; } = type;

    internal override void Check(ConfigReader reader) => reader.TryRead(this, out _);

    internal bool TryBind(
        ConfigNode node,
        BindContext context,
        [MaybeNullWhen(false)] out T value
    ) => Type.TryBind(node, context, out value) && Holds(node, context, value);

    private bool Holds(ConfigNode node, BindContext context, T value)
    {
        var holds = true;
        foreach (var rule in _rules)
        {
            if (!rule.Holds(value))
            {
                context.Fail(node, Type.IsSecret, rule.Text);
                holds = false;
            }
        }

        return holds;
    }
}
