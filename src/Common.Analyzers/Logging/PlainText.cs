namespace Common.Analyzers.Logging;

/// <summary>Text that looks the same wherever it is printed.</summary>
internal static class PlainText
{
    /// <summary>Where the first character is that no record holds as it is: a control, a separator of lines or paragraphs, a control of the
    /// writing direction, or half of a pair of surrogates.</summary>
    /// <returns>Its index, or -1.</returns>
    public static int IndexOfControl(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (i + 1 < text.Length && char.IsSurrogatePair(text[i], text[i + 1]))
            {
                i++;
            }
            else if (IsControl(text[i]) || char.IsSurrogate(text[i]))
            {
                return i;
            }
        }

        return -1;
    }

    /// <summary>Whether a character is a control, a separator of lines or paragraphs, or a control of the writing direction.</summary>
    public static bool IsControl(char c) =>
        char.IsControl(c)
        || c
            is '\u061c'
                or '\u200e'
                or '\u200f'
                or (>= '\u2028' and <= '\u202e')
                or (>= '\u2066' and <= '\u2069');
}
