using System.Buffers;
using System.Globalization;

namespace Common.Context.Internal;

/// <summary>What a tenant path is made of, and the texts that say what is wrong with one.</summary>
internal static class TenantPathRules
{
    private static readonly SearchValues<char> NameCharacters = SearchValues.Create(
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789._-/"
    );

    public static bool IsPath(ReadOnlySpan<char> text)
    {
        if (
            text.Length is 0 or > TenantPath.MaxLength
            || text[0] != '/'
            || text.ContainsAnyExcept(NameCharacters)
        )
        {
            return false;
        }

        var levels = 0;
        while (!text.IsEmpty)
        {
            text = text[1..];
            if (
                text.IsEmpty
                || !char.IsAsciiLetterOrDigit(text[0])
                || ++levels > TenantPath.MaxLevels
            )
            {
                return false;
            }

            var end = text.IndexOf('/');
            text = end < 0 ? [] : text[end..];
        }

        return true;
    }

    public static FormatException NotAPath(int length) =>
        new(
            string.Create(
                CultureInfo.InvariantCulture,
                $"A text of length {length} is not a tenant path; it must have from 1 to {TenantPath.MaxLevels} levels and at most {TenantPath.MaxLength} characters, each level a '/' and a name of ASCII letters, digits, '.', '_' and '-' that begins with a letter or digit."
            )
        );
}
