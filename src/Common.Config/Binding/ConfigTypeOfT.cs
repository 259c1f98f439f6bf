using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;
using Common.Config.Internal.Commands;

namespace Common.Config.Binding;

/// <summary>How the values of one type are read.</summary>
/// <typeparam name="T">The type of the values.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract class ConfigType<T> : ConfigType
{
    private protected ConfigType(string name)
        : base(name) { }

    internal override ConfigOption MakeOption(CatalogueOption option) =>
        new ConfigOption<T>(option.Name, this)
        {
            IsRequired = option.IsRequired,
            IsNullable = option.IsNullable,
            IsReloadable = option.IsReloadable,
            DeprecatedKeys = option.DeprecatedKeys,
            Deprecation = option.Deprecation,
            Rules = [.. CatalogueModels.Rules(this, option)],
        };

    internal override ConfigType ListOf() => ConfigTypes.List(this);

    internal override ConfigType DictionaryOf(ConfigType? key) => new DictionaryType<T>(this, key);

    /// <summary>Reads a value; reports why where it cannot.</summary>
    internal abstract bool TryBind(
        ConfigNode node,
        BindContext context,
        [MaybeNullWhen(false)] out T value
    );

    /// <summary>Reads a value from the places that a plan gave its parts; only sections have such places.</summary>
    internal virtual bool TryBind(
        SectionPlan plan,
        ConfigNode?[] nodes,
        BindContext context,
        [MaybeNullWhen(false)] out T value
    ) => throw new NotSupportedException("Only a section is bound from a plan.");
}
