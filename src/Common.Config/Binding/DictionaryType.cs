using System.Diagnostics.CodeAnalysis;
using Common.Config.Internal;

namespace Common.Config.Binding;

/// <summary>A dictionary by name. Names are compared without regard to case, and every source may add some.</summary>
/// <param name="element">How the elements are written.</param>
/// <param name="key">What the names must be; null for any text.</param>
internal sealed class DictionaryType<TElement>(ConfigType<TElement> element, ConfigType? key = null)
    : ConfigType<Dictionary<string, TElement>>($"dictionary of {element.Name}")
{
    internal override bool IsComposite => true;

    internal override bool MayBeEmptyObject => true;

    internal override bool IsSecret => element.IsSecret;

    internal override ConfigType PartType(string name) => element;

    internal override bool TryBind(
        ConfigNode node,
        BindContext context,
        [MaybeNullWhen(false)] out Dictionary<string, TElement> value
    )
    {
        value = null;
        if (!string.IsNullOrEmpty(node.Value))
        {
            context.Fail(node, IsSecret, "it must be an object with keys of its own");
            return false;
        }

        var elements = new Dictionary<string, TElement>(StringComparer.OrdinalIgnoreCase);
        var valid = true;
        foreach (var (name, child) in node.Children ?? [])
        {
            if (key?.KeyProblem(name) is { } problem)
            {
                context.Fail(child, IsSecret, $"{ValueText.Quote(name)} is no key here; {problem}");
                valid = false;
            }
            else if (element.TryBind(child, context, out var bound))
            {
                elements.Add(name, bound);
            }
            else
            {
                valid = false;
            }
        }

        value = valid ? elements : null;
        return valid;
    }
}
