using System.Diagnostics.CodeAnalysis;
using Common.Config.Internal;

namespace Common.Config.Binding;

/// <summary>A dictionary whose keys are numbers, UUIDs or the names of an enumeration.</summary>
internal sealed class KeyedDictionaryType<TKey, TElement>(
    ScalarType<TKey> key,
    ConfigType<TElement> element
) : ConfigType<Dictionary<TKey, TElement>>($"dictionary of {element.Name}")
    where TKey : notnull
{
    private readonly DictionaryType<TElement> _byName = new(element, key);

    internal override bool IsComposite => true;

    internal override bool MayBeEmptyObject => true;

    internal override bool IsSecret => element.IsSecret;

    internal override ConfigType PartType(string name) => element;

    internal override bool TryBind(
        ConfigNode node,
        BindContext context,
        [MaybeNullWhen(false)] out Dictionary<TKey, TElement> value
    )
    {
        value = null;
        if (!_byName.TryBind(node, context, out var byName))
        {
            return false;
        }

        var elements = new Dictionary<TKey, TElement>(byName.Count);
        var valid = true;
        foreach (var (name, bound) in byName)
        {
            if (!key.TryParse(name, out var read) || !elements.TryAdd(read, bound))
            {
                context.Fail(
                    node.Find(name)!,
                    IsSecret,
                    $"{ValueText.Quote(name)} must not be another spelling of a key that is given already"
                );
                valid = false;
            }
        }

        value = valid ? elements : null;
        return valid;
    }
}
