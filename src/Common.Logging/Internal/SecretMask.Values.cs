using System.Buffers;

namespace Common.Logging.Internal;

internal static partial class SecretMask
{
    private static readonly SearchValues<char> HexDigits = SearchValues.Create(
        "0123456789abcdefABCDEF"
    );

    private static readonly SearchValues<char> PairSigns = SearchValues.Create(";=:\"'\r\n");

    /// <summary>What opens and closes a text, each in the ways in which it may be escaped.</summary>
    private static readonly string[] Quotations =
    [
        "\"",
        "'",
        "`",
        "u0022",
        "u0027",
        "&quot;",
        "&apos;",
        "&#34;",
        "&#39;",
        "&#x22;",
        "&#x27;",
        "%22",
        "%27",
    ];

    /// <summary>The length of an escape before a word, whose last signs look like letters of it: <c>\u0022</c>, <c>%22</c>.</summary>
    private static int EscapeLength(string text, int i)
    {
        var digits =
            i > 0 && text[i - 1] == '%' ? 2
            : i > 0 && text[i - 1] == '\\' && text[i] == 'u' ? 5
            : 0;
        return
            digits > 0
            && i + digits <= text.Length
            && !text.AsSpan(i + (digits == 5 ? 1 : 0), digits == 5 ? 4 : 2)
                .ContainsAnyExcept(HexDigits)
            ? digits
            : 0;
    }

    /// <summary>The quotation mark at a place.</summary>
    /// <param name="text">The text.</param>
    /// <param name="i">The place.</param>
    /// <param name="backslashes">How many backslashes are before the mark.</param>
    /// <returns>One of <see cref="Quotations"/>, or <see langword="null"/>.</returns>
    private static string? QuotationAt(string text, int i, out int backslashes)
    {
        var start = i;
        while (i < text.Length && text[i] == '\\')
        {
            i++;
        }

        backslashes = i - start;
        foreach (var quotation in Quotations)
        {
            if (
                i < text.Length
                && text[i] == quotation[0]
                && text.AsSpan(i).StartsWith(quotation, StringComparison.OrdinalIgnoreCase)
                && (quotation[0] != 'u' || backslashes > 0)
            )
            {
                return quotation;
            }
        }

        return null;
    }

    private static string Mark(char quotation) =>
        quotation switch
        {
            '"' => "\"",
            '\'' => "'",
            _ => "`",
        };

    /// <summary>Passes over what closes a name's quotation.</summary>
    private static int SkipClosing(string text, int i)
    {
        while (i < text.Length)
        {
            if (text[i] is '\\' or ']')
            {
                i++;
            }
            else if (
                QuotationAt(text, text[i] == 'u' ? i - 1 : i, out var backslashes) is { } quotation
            )
            {
                i += (text[i] == 'u' ? 0 : backslashes) + quotation.Length;
            }
            else
            {
                break;
            }
        }

        return i;
    }

    private static bool IsEncodedSign(string text, int i) =>
        text.AsSpan(i).StartsWith("%3D", StringComparison.OrdinalIgnoreCase)
        || text.AsSpan(i).StartsWith("%3A", StringComparison.OrdinalIgnoreCase);

    private static bool IsQuotedOrBracketed(string text, int i) =>
        QuotationAt(text, SkipPrefix(text, i), out _) is not null
        || (i < text.Length && text[i] is '{' or '[');

    /// <summary>Passes over a prefix of Python's strings.</summary>
    private static int SkipPrefix(string text, int i) =>
        i + 1 < text.Length && text[i] is 'u' or 'b' && text[i + 1] is '\'' or '"' ? i + 1 : i;

    private static (int Start, int Length) ValueAt(string text, int i)
    {
        i = SkipPrefix(text, i);
        if (QuotationAt(text, i, out var backslashes) is { } quotation)
        {
            i += backslashes;
            return (i + quotation.Length, QuotedLength(text, i, quotation, backslashes));
        }

        i += backslashes;
        return i < text.Length && text[i] is '{' or '['
            ? (i, BracketedLength(text, i))
            : (i, ValueLength(text, i));
    }

    /// <summary>The length of what a quotation mark opens, up to the same mark with as many backslashes before it.</summary>
    private static int QuotedLength(string text, int quote, string quotation, int backslashes)
    {
        var start = quote + quotation.Length;
        var found = 0;
        for (var i = start; i < text.Length; i++)
        {
            if (text[i] == '\\')
            {
                found++;
                continue;
            }

            if (
                text[i] == quotation[0]
                && text.AsSpan(i).StartsWith(quotation, StringComparison.OrdinalIgnoreCase)
                && (quotation[0] != 'u' || found > 0)
                && (backslashes == 0 ? found % 2 == 0 : found <= backslashes)
            )
            {
                // In connection strings and SQL a doubled mark is one of the text.
                if (
                    backslashes > 0
                    || i + 1 >= text.Length
                    || text[i + 1] != quotation[0]
                    || quotation.Length > 1
                )
                {
                    return i - (backslashes == 0 ? 0 : found) - start;
                }

                i++;
            }

            found = 0;
        }

        return text.Length - start;
    }

    private static int BracketedLength(string text, int open)
    {
        var depth = 0;
        for (var i = open; i < text.Length; i++)
        {
            if (
                text[i] is '"'
                || (text[i] is '\'' && text[i - 1] is '{' or '[' or ',' or ':' or ' ')
            )
            {
                var backslashes = 0;
                while (text[i - 1 - backslashes] == '\\')
                {
                    backslashes++;
                }

                i += QuotedLength(text, i, Mark(text[i]), backslashes) + backslashes + 1;
                continue;
            }

            depth += text[i] switch
            {
                '{' or '[' => 1,
                '}' or ']' => -1,
                _ => 0,
            };
            if (depth == 0)
            {
                return i - open + 1;
            }
        }

        return text.Length - open;
    }

    /// <summary>Finds the value in <c>[name, value]</c>, which dictionaries are made of.</summary>
    private static (int Start, int Length) FindOfPair(string text, int start)
    {
        var depth = 0;
        var i = start;
        for (; i < text.Length && depth >= 0 && text[i] is not ('\r' or '\n'); i++)
        {
            depth += text[i] switch
            {
                '[' => 1,
                ']' => -1,
                _ => 0,
            };
        }

        return (start, Math.Max(0, i - start - (depth < 0 ? 1 : 0)));
    }

    /// <summary>The length of a header's value: the line, with those that go on with it, or up to the mark that closes what it stands in.</summary>
    private static int HeaderLength(string text, int start, int nameStart)
    {
        var outer = nameStart > 0 ? text[nameStart - 1] : ' ';
        var i = start;
        while (i < text.Length)
        {
            if (text[i] is '\r' or '\n')
            {
                var next =
                    text[i] == '\r' && i + 1 < text.Length && text[i + 1] == '\n' ? i + 2 : i + 1;
                if (next >= text.Length || text[next] is not (' ' or '\t'))
                {
                    break;
                }
            }
            else if (text[i] == '\\' && i + 1 < text.Length && text[i + 1] is 'r' or 'n')
            {
                break;
            }
            else if (text[i] is '"' or '\'')
            {
                var backslashes = 0;
                while (text[i - 1 - backslashes] == '\\')
                {
                    backslashes++;
                }

                if (text[i] != outer && text[i - 1 - backslashes] == '=')
                {
                    i += QuotedLength(text, i, Mark(text[i]), backslashes) + backslashes + 1;
                }
                else if (text[i] == outer || text[i] == '"' || IsFollowedByNext(text, i + 1))
                {
                    return Math.Max(0, i - backslashes - start);
                }
            }

            i++;
        }

        return Math.Min(i, text.Length) - start;
    }

    /// <summary>The length of a bare value: up to white space, a quotation mark, or what separates it from the next one.</summary>
    private static int ValueLength(string text, int start)
    {
        var i = start;
        while (
            i < text.Length
            && !char.IsWhiteSpace(text[i])
            && text[i] is not ('<' or '>' or '"' or '\'' or '`')
            && !(IsSeparator(text[i]) && IsFollowedByNext(text, i + 1))
        )
        {
            i++;
        }

        return Math.Max(0, i - start);
    }

    /// <summary>The length of a value of a connection string, which may hold spaces, if a semicolon tells where it ends.</summary>
    private static int WithSpaces(string text, int start, int length)
    {
        var end = start + length;
        if (end >= text.Length || text[end] != ' ')
        {
            return length;
        }

        var rest = text.AsSpan(end).IndexOfAny(PairSigns);
        return rest >= 0 && text[end + rest] == ';' ? length + rest : length;
    }

    /// <summary>The length of a value in a URI that is a value in a URI.</summary>
    private static int EncodedLength(string text, int start)
    {
        var i = start;
        while (
            i < text.Length
            && !char.IsWhiteSpace(text[i])
            && text[i] is not ('<' or '>' or '"' or '\'' or '`' or '&')
            && !text.AsSpan(i).StartsWith("%26", StringComparison.Ordinal)
        )
        {
            i++;
        }

        return i - start;
    }

    private static bool IsSeparator(char c) => c is ',' or ';' or '&' or '|' or ')' or ']' or '}';

    /// <summary>Whether a separator is one: an end, a space, a quotation mark, another separator or a further name follows. Else it is part of the secret.</summary>
    private static bool IsFollowedByNext(string text, int i)
    {
        if (
            i >= text.Length
            || char.IsWhiteSpace(text[i])
            || text[i] is '"' or '\'' or '`' or '<' or '\\'
            || IsSeparator(text[i])
        )
        {
            return true;
        }

        var isOfConnectionString = text[i - 1] == ';'; // whose names may have spaces
        var end = Math.Min(text.Length, i + LongestName);
        while (
            i < end
            && (IsWordChar(text[i]) || text[i] == '.' || (text[i] == ' ' && isOfConnectionString))
        )
        {
            i++;
        }

        return i < end && text[i] is '=' or ':';
    }
}
