using Common.Analyzers.Logging;

namespace Common.Logging.Internal;

/// <summary>Says whether a name is that of a secret, by the table that the analyzer of declared events has too.</summary>
internal static class SecretNames
{
    private const int LongestName = 64;

    /// <summary>Whether a name, in any spelling of its words, names a secret.</summary>
    public static bool Contains(ReadOnlySpan<char> name)
    {
        if (name.Length > LongestName)
        {
            name = name[^LongestName..];
        }

        Span<char> words = stackalloc char[LongestName * 2];
        var snakeCase = words[..ToSnakeCase(name, words)];
        foreach (var whole in SecretNameTable.Whole)
        {
            if (snakeCase.SequenceEqual(whole))
            {
                return true;
            }
        }

        foreach (var ending in SecretNameTable.Endings)
        {
            if (
                snakeCase.EndsWith(ending, StringComparison.Ordinal)
                && (snakeCase.Length == ending.Length || snakeCase[^(ending.Length + 1)] == '_')
            )
            {
                return true;
            }
        }

        return EndsRunTogether(snakeCase);
    }

    /// <summary>Whether a name, its words run together and without its final digits, ends with one of the table.</summary>
    private static bool EndsRunTogether(Span<char> snakeCase)
    {
        var length = 0;
        foreach (var c in snakeCase)
        {
            if (c != '_')
            {
                snakeCase[length++] = c;
            }
        }

        var name = snakeCase[..length].TrimEnd("0123456789");
        foreach (var ending in SecretNameTable.RunTogether)
        {
            if (name.EndsWith(ending, StringComparison.Ordinal))
            {
                return true;
            }
        }

        return false;
    }

    private static int ToSnakeCase(ReadOnlySpan<char> name, Span<char> words)
    {
        var length = 0;
        for (var i = 0; i < name.Length; i++)
        {
            var c = name[i];
            if (!char.IsAsciiLetterOrDigit(c))
            {
                if (length > 0 && words[length - 1] != '_')
                {
                    words[length++] = '_';
                }

                continue;
            }

            var beginsWord =
                char.IsAsciiLetterUpper(c)
                && i > 0
                && (
                    char.IsAsciiLetterLower(name[i - 1])
                    || char.IsAsciiDigit(name[i - 1])
                    || (
                        char.IsAsciiLetterUpper(name[i - 1])
                        && i + 1 < name.Length
                        && char.IsAsciiLetterLower(name[i + 1])
                    )
                );
            if (beginsWord && length > 0 && words[length - 1] != '_')
            {
                words[length++] = '_';
            }

            words[length++] = char.ToLowerInvariant(c);
        }

        return length > 0 && words[length - 1] == '_' ? length - 1 : length;
    }
}
