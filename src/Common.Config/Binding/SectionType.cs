using System.Diagnostics.CodeAnalysis;

namespace Common.Config.Binding;

/// <summary>A section within another, or an element of a list of sections.</summary>
internal sealed class SectionType<
    [DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicParameterlessConstructor)] T
>() : ConfigType<T>("section")
    where T : class, IConfigSection<T>
{
    internal override bool IsComposite => true;

    internal override ConfigSection Section => T.Model;

    internal override IEnumerable<string> PartNames => T.Model.Options.Select(o => o.Name);

    internal override ConfigType? PartType(string name) => T.Model.Find(name)?.Type;

    internal override bool TryBind(
        ConfigNode node,
        BindContext context,
        [MaybeNullWhen(false)] out T value
    )
    {
        if (!string.IsNullOrEmpty(node.Value))
        {
            // What stands in the place of a section with a secret may be the secret.
            var mayBeSecret = T.Model.Options.Any(option => option.Type.IsSecret);
            context.Fail(node, mayBeSecret, "it must be an object with keys of its own");
            value = null;
            return false;
        }

        value = T.Model.Read(new ConfigReader(context, node), context);
        return value is not null;
    }

    internal override bool TryBind(
        SectionPlan plan,
        ConfigNode?[] nodes,
        BindContext context,
        [MaybeNullWhen(false)] out T value
    )
    {
        value = T.Model.Read(new ConfigReader(context, plan, nodes), context);
        return value is not null;
    }
}
