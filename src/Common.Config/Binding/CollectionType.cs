using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace Common.Config.Binding;

/// <summary>A list, an array or a set. The highest source that names it replaces it whole.</summary>
internal sealed class CollectionType<TElement, TCollection>(
    string name,
    ConfigType<TElement> element,
    Func<List<TElement>, TCollection> make
) : ConfigType<TCollection>($"{name} of {element.Name}")
{
    internal override bool IsComposite => true;

    internal override bool ReplacesWhole => true;

    internal override bool IsSecret => element.IsSecret;

    internal override ConfigType PartType(string name) => element;

    internal override bool TryBind(
        ConfigNode node,
        BindContext context,
        [MaybeNullWhen(false)] out TCollection value
    )
    {
        value = default;
        if (!string.IsNullOrEmpty(node.Value))
        {
            context.Fail(node, IsSecret, $"it must be a list, such as {node.Key}:0");
            return false;
        }

        var elements = new List<TElement>(node.Children?.Count ?? 0);
        var valid = true;
        foreach (var child in InOrder(node, context, ref valid))
        {
            if (element.TryBind(child, context, out var bound))
            {
                elements.Add(bound);
            }
            else
            {
                valid = false;
            }
        }

        if (valid)
        {
            value = make(elements);
        }

        return valid;
    }

    private List<ConfigNode> InOrder(ConfigNode node, BindContext context, ref bool valid)
    {
        var numbered = new List<(int Number, ConfigNode Node)>();
        foreach (var (name, child) in node.Children ?? [])
        {
            if (int.TryParse(name, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
            {
                numbered.Add((number, child));
            }
            else
            {
                context.Fail(
                    child,
                    IsSecret,
                    $"{ValueTextOf(name)} is no place in a list; it must be a number from 0"
                );
                valid = false;
            }
        }

        numbered.Sort(static (a, b) => a.Number.CompareTo(b.Number));
        return numbered.ConvertAll(static pair => pair.Node);
    }

    private static string ValueTextOf(string name) => Common.Config.Internal.ValueText.Quote(name);
}
