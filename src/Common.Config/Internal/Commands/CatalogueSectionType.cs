using System.Diagnostics.CodeAnalysis;
using Common.Config.Binding;

namespace Common.Config.Internal.Commands;

/// <summary>A section of a catalogue within another.</summary>
internal sealed class CatalogueSectionType(CatalogueModel model) : ConfigType<object>("section")
{
    internal override bool IsComposite => true;

    internal override ConfigSection Section => model;

    internal override IEnumerable<string> PartNames => model.Options.Select(option => option.Name);

    internal override ConfigType? PartType(string name) => model.Find(name)?.Type;

    internal override bool TryBind(
        ConfigNode node,
        BindContext context,
        [MaybeNullWhen(false)] out object value
    )
    {
        value = model.Read(new ConfigReader(context, node), context);
        return value is not null;
    }

    internal override bool TryBind(
        SectionPlan plan,
        ConfigNode?[] nodes,
        BindContext context,
        [MaybeNullWhen(false)] out object value
    )
    {
        value = model.Bind(plan, nodes, context);
        return value is not null;
    }
}
