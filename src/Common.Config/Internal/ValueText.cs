using System.Globalization;
using System.Text;

namespace Common.Config.Internal;

/// <summary>Writes values into messages: quoted, bounded, on one line, and never a secret.</summary>
internal static class ValueText
{
    /// <summary>How many characters of a value a message shows at most.</summary>
    public const int Limit = 80;

    public static string Show(string key, string? value, bool isSecret) =>
        value is null ? "null"
        : isSecret ? Secret.Mask
        : Quote(ValueMask.Apply(key, value));

    public static string Quote(string value)
    {
        if (value.Length > Limit)
        {
            return string.Create(
                CultureInfo.InvariantCulture,
                $"{Quote(value[..Limit])}… ({value.Length} characters)"
            );
        }

        var text = new StringBuilder(value.Length + 2).Append('"');
        foreach (var c in value)
        {
            _ = c switch
            {
                '"' or '\\' => text.Append('\\').Append(c),
                _ when char.IsControl(c) || char.IsSurrogate(c) || IsLayout(c) => text.Append(
                    CultureInfo.InvariantCulture,
                    $"\\u{(int)c:x4}"
                ),
                _ => text.Append(c),
            };
        }

        return text.Append('"').ToString();
    }

    private static bool IsLayout(char c) =>
        char.GetUnicodeCategory(c)
            is UnicodeCategory.Format
                or UnicodeCategory.LineSeparator
                or UnicodeCategory.ParagraphSeparator;
}
