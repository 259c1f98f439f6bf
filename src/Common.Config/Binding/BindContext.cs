using Common.Config.Internal;

namespace Common.Config.Binding;

/// <summary>Takes what is found wrong while sections are read.</summary>
internal sealed class BindContext(IReadOnlyList<ConfigLayer> layers)
{
    public List<ConfigError> Errors { get; } = [];

    /// <summary>What is wrong, but does not stop the start.</summary>
    public List<ConfigError> Warnings { get; } = [];

    public void Fail(ConfigNode node, bool isSecret, string rule) =>
        Errors.Add(
            new ConfigError(
                node.Key,
                node.HasValue ? ValueText.Show(node.Key, node.Value, isSecret) : null,
                node.Layer < 0 ? null : layers[node.Layer].Locate(node.Key),
                node.HasValue ? rule : "is wrong: " + rule
            )
        );

    public void Fail(string key, string rule) =>
        Errors.Add(new ConfigError(key, null, null, "is wrong: " + rule));

    public void Missing(string key) =>
        Errors.Add(
            new ConfigError(
                key,
                null,
                null,
                "is required and has no value; set it in a file, or as the variable "
                    + key.Replace(":", "__", StringComparison.Ordinal)
            )
        );

    public string Locate(ConfigNode node) => layers[node.Layer].Locate(node.Key);
}
