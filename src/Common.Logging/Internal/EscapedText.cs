using System.Globalization;
using System.Text;

namespace Common.Logging.Internal;

/// <summary>Escapes texts that are encoded once and used often.</summary>
internal static class EscapedText
{
    /// <summary>The most bytes that one UTF-16 unit takes, written as <c>\u001b</c>.</summary>
    private const long MostBytesPerChar = 6;

    /// <summary>A value of the text format: bare where it reads back as itself, <c>-</c> for none, else quoted.</summary>
    public static string Value(string? text) =>
        text is null ? "-"
        : Characters.IsBare(text) ? text
        : Quoted(text);

    /// <summary>The beginning of a text: all that takes at most so many bytes when it is escaped.</summary>
    public static string? Cut(string? text, int mostBytes)
    {
        if (text is null || text.Length * MostBytesPerChar <= mostBytes)
        {
            return text;
        }

        var end = 0;
        var bytes = 0;
        foreach (var rune in text.EnumerateRunes())
        {
            bytes += Encoding.UTF8.GetByteCount(Escaped(rune.ToString()));
            if (bytes > mostBytes)
            {
                return text[..end];
            }

            end += rune.Utf16SequenceLength;
        }

        return text;
    }

    /// <summary>A JSON string, quotation marks included.</summary>
    public static string Quoted(string text) => $"\"{Escaped(text)}\"";

    /// <summary>The body of a record in the text format: as it is, or quoted where a reader would take it for something else.</summary>
    public static string Body(string text) => NeedsQuotes(text) ? Quoted(text) : text;

    /// <summary>Whether a body must be quoted: it holds <c>=</c> or what is escaped, or its ends could not be seen.</summary>
    public static bool NeedsQuotes(ReadOnlySpan<char> text)
    {
        if (text.IsEmpty || text[0] is '"' or ' ' || text[^1] == ' ' || text.Contains('='))
        {
            return true;
        }

        foreach (var rune in text.EnumerateRunes())
        {
            if (
                rune.Value is < ' ' or 0x7F
                || rune == Rune.ReplacementChar
                || (rune.Value > 0x7F && Characters.IsEscaped(rune.Value))
            )
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Text with everything escaped that may not stand raw.</summary>
    public static string Escaped(string text)
    {
        var result = new StringBuilder(text.Length + 8);
        foreach (var rune in text.EnumerateRunes())
        {
            switch (rune.Value)
            {
                case '"':
                    result.Append("\\\"");
                    break;
                case '\\':
                    result.Append("\\\\");
                    break;
                case '\n':
                    result.Append("\\n");
                    break;
                case '\r':
                    result.Append("\\r");
                    break;
                case '\t':
                    result.Append("\\t");
                    break;
                case < ' ' or 0x7F:
                case > 0x7F when Characters.IsEscaped(rune.Value):
                    foreach (var unit in rune.ToString())
                    {
                        result.Append("\\u");
                        result.Append(((int)unit).ToString("x4", CultureInfo.InvariantCulture));
                    }

                    break;
                default:
                    result.Append(rune.ToString());
                    break;
            }
        }

        return result.ToString();
    }
}
