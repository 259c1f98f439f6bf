using System.Diagnostics.CodeAnalysis;

namespace Common.Config.Binding;

/// <summary>A secret: its text, or a file that holds it.</summary>
internal sealed class SecretType() : ConfigType<Secret>("secret")
{
    internal override bool IsSecret => true;

    internal override bool TryBind(
        ConfigNode node,
        BindContext context,
        [MaybeNullWhen(false)] out Secret value
    )
    {
        if (node.Value is not null)
        {
            value = new Secret(node.Value);
            return true;
        }

        context.Fail(node, isSecret: true, "it must be a text");
        value = null;
        return false;
    }
}
