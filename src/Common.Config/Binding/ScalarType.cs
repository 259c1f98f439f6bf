using System.Diagnostics.CodeAnalysis;

namespace Common.Config.Binding;

/// <summary>A type whose values are one text.</summary>
internal sealed class ScalarType<T>(string name, string rule, TryParse<T> tryParse)
    : ConfigType<T>(name)
{
    public bool TryParse(string text, [MaybeNullWhen(false)] out T value) =>
        tryParse(text, out value);

    internal override string? KeyProblem(string name) => tryParse(name, out _) ? null : rule;

    internal override bool TryBind(
        ConfigNode node,
        BindContext context,
        [MaybeNullWhen(false)] out T value
    )
    {
        if (node.Value is not null && tryParse(node.Value, out value))
        {
            return true;
        }

        context.Fail(node, isSecret: false, rule);
        value = default;
        return false;
    }
}
