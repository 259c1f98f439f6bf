using System.Globalization;
using System.Text;

namespace Common.Tool.Shell;

/// <summary>Makes foreign text safe for a terminal: what could move the cursor, recolour or reorder is shown as an escape.</summary>
internal static class SafeText
{
    /// <summary>The text with every control, format and separator character, and every lone surrogate, escaped.</summary>
    public static string Of(string text)
    {
        var result = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            if (i + 1 < text.Length && char.IsSurrogatePair(text[i], text[i + 1]))
            {
                result.Append(text, i, 2);
                i++;
            }
            else if (IsUnsafe(text[i]))
            {
                result.Append(CultureInfo.InvariantCulture, $"\\u{(int)text[i]:x4}");
            }
            else
            {
                result.Append(text[i]);
            }
        }

        return result.ToString();
    }

    /// <summary>Whether the text holds anything that would be escaped.</summary>
    public static bool IsNeededFor(string text) => Of(text).Length != text.Length;

    private static bool IsUnsafe(char c) =>
        c != '\t'
        && char.GetUnicodeCategory(c)
            is UnicodeCategory.Control
                or UnicodeCategory.Format
                or UnicodeCategory.LineSeparator
                or UnicodeCategory.ParagraphSeparator
                or UnicodeCategory.Surrogate;
}
