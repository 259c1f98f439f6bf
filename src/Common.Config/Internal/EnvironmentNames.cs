using System.Collections;

namespace Common.Config.Internal;

/// <summary>Finds the environment variable that a key came from.</summary>
internal static class EnvironmentNames
{
    public static string Locate(string key)
    {
        string? found = null;
        foreach (DictionaryEntry entry in Environment.GetEnvironmentVariables())
        {
            var name = (string)entry.Key;
            var asKey = name.Replace("__", ":", StringComparison.Ordinal);
            // The host's own prefixes are cut off by its providers; the whole name is the better match.
            if (asKey.Equals(key, StringComparison.OrdinalIgnoreCase))
            {
                return "variable " + name;
            }

            if (
                asKey.EndsWith("_" + key, StringComparison.OrdinalIgnoreCase)
                || asKey.EndsWith(":" + key, StringComparison.OrdinalIgnoreCase)
            )
            {
                found ??= name;
            }
        }

        return "variable " + (found ?? key.Replace(":", "__", StringComparison.Ordinal));
    }
}
