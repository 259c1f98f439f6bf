using System.Diagnostics.CodeAnalysis;

namespace Common.Config.Binding;

/// <summary>A type whose values are given as those of a type above it: lists as their interface, for a dictionary that holds the interface.</summary>
internal sealed class WiderType<T, TBound>(ConfigType<TBound> type) : ConfigType<T>(type.Name)
    where TBound : T
{
    internal override bool IsSecret => type.IsSecret;

    internal override bool IsComposite => type.IsComposite;

    internal override bool ReplacesWhole => type.ReplacesWhole;

    internal override bool MayBeEmptyObject => type.MayBeEmptyObject;

    internal override IEnumerable<string> PartNames => type.PartNames;

    internal override ConfigType? PartType(string name) => type.PartType(name);

    internal override bool TryBind(
        ConfigNode node,
        BindContext context,
        [MaybeNullWhen(false)] out T value
    )
    {
        var isBound = type.TryBind(node, context, out var bound);
        value = bound;
        return isBound;
    }
}
