using Common.Config.Internal;

namespace Common.Config.Binding;

/// <summary>Takes what is found wrong while sections are read.</summary>
internal sealed class BindContext
{
    public List<ConfigError> Errors { get; } = [];

    /// <summary>What is wrong, but does not stop the start.</summary>
    public List<ConfigError> Warnings { get; } = [];

    /// <summary>The files that hold secrets, which are looked at for changes too.</summary>
    public List<string> SecretFiles { get; } = [];

    /// <summary>Those of them that could not be read, and may yet come.</summary>
    public List<string> MissingFiles { get; } = [];

    /// <summary>What those files held, by the key that names the file's secret.</summary>
    public Dictionary<string, Secret> SecretTexts { get; } = new(StringComparer.OrdinalIgnoreCase);

    public void Fail(ConfigNode node, bool isSecret, string rule) =>
        Errors.Add(
            new ConfigError(
                node.Key,
                node.HasValue
                    ? ValueText.Show(node.Key, node.Value, isSecret || node.IsSecret)
                    : null,
                node.Source?.Locate(node.Key),
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

    public void ThrowIfWrong()
    {
        if (Errors.Count > 0)
        {
            throw new ConfigException(Errors);
        }
    }
}
