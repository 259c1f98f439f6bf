using Common.Config.Binding;

namespace Common.Config.Internal;

/// <summary>Decides which of the keys that nobody declared stop the start.</summary>
internal static class UnknownKeys
{
    private const string LetItStand =
        " Common:Config:UnknownKeys=Warn or Common:Config:AllowedUnknownKeys lets it stand";

    public static void Report(
        IReadOnlyList<UnknownKey> unknown,
        ConfigOptions options,
        UnknownKeyPolicy policy,
        BindContext context
    )
    {
        foreach (var key in unknown)
        {
            if (key.IsConflict)
            {
                context.Errors.Add(
                    new ConfigError(key.Key, null, key.Source.Locate(key.Key), key.Rule)
                );
            }
            else if (!IsAllowed(key.Key, options.AllowedUnknownKeys))
            {
                var list = policy == UnknownKeyPolicy.Warn ? context.Warnings : context.Errors;
                list.Add(
                    new ConfigError(
                        key.Key,
                        null,
                        key.Source.Locate(key.Key),
                        key.Rule + LetItStand
                    )
                );
            }
        }
    }

    private static bool IsAllowed(string key, IReadOnlyList<string> allowed)
    {
        foreach (var pattern in allowed)
        {
            if (
                pattern.EndsWith(":*", StringComparison.Ordinal)
                    ? key.StartsWith(pattern[..^1], StringComparison.OrdinalIgnoreCase)
                    : key.Equals(pattern, StringComparison.OrdinalIgnoreCase)
            )
            {
                return true;
            }
        }

        return false;
    }
}
