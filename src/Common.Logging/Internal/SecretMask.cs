using System.Buffers;
using System.Text;

namespace Common.Logging.Internal;

/// <summary>Replaces secrets in foreign text by <c>***</c>, in one pass.</summary>
/// <remarks>
/// What is found: <c>name=value</c>, <c>name: value</c>, <c>name =&gt; value</c>, <c>name "value"</c>, JSON members, headers,
/// <c>--name value</c>, <c>name -v value</c>, the same as a list of quoted arguments, XML elements, <c>[name, value]</c> as dictionaries
/// are written, <c>"name", "value": "…"</c>, each with a name of <see cref="SecretNames"/> and with any quoting, that of JSON within
/// JSON, of HTML and of URIs too; <c>Bearer …</c>; and the password in <c>scheme://user:password@host</c>.
/// </remarks>
internal static partial class SecretMask
{
    /// <summary>What stands in place of a secret.</summary>
    public const string Mask = "***";

    private static readonly SearchValues<string> Hints = SearchValues.Create(
        [
            "pass",
            "pwd",
            "pswd",
            "secret",
            "token",
            "key",
            "credential",
            "authorization",
            "cookie",
            "connection",
            "bearer",
            "jwt",
            "configdrive",
            "fsid",
            "hashsuffix",
            "kek",
            "://",
        ],
        StringComparison.OrdinalIgnoreCase
    );

    /// <summary>The longest name that is looked for behind a separator.</summary>
    private const int LongestName = 64;

    /// <summary>The longest password that is looked for in a URI that is none.</summary>
    private const int LongestPassword = 1024;

    private static readonly SearchValues<char> AuthorityEnds = SearchValues.Create(
        " \t\r\n/?#<>\"'`,;"
    );

    private static readonly SearchValues<char> UriEnds = SearchValues.Create(" \t\r\n\"'`<>");

    /// <summary>Whether a text may hold a secret. If not, <see cref="Apply"/> gives it back.</summary>
    public static bool MayFind(string text) => text.AsSpan().IndexOfAny(Hints) >= 0;

    /// <summary>Whether a character may be of what <see cref="MayFind"/> looks for.</summary>
    public static bool MayBeOfHint(char c) => char.IsAsciiLetter(c) || c is ':' or '/' || c > '~';

    /// <summary>Gives the text without its secrets; the same string if it has none.</summary>
    public static string Apply(string text)
    {
        if (!MayFind(text))
        {
            return text;
        }

        StringBuilder? result = null;
        var copied = 0;
        var i = 0;
        while (i < text.Length)
        {
            var (start, length) = FindAt(text, i, out var next);
            if (length > 0)
            {
                result ??= new StringBuilder(text.Length);
                result.Append(text, copied, start - copied).Append(Mask);
                copied = start + length;
                next = copied;
            }

            i = next;
        }

        return result is null ? text : result.Append(text, copied, text.Length - copied).ToString();
    }

    /// <summary>Looks at the word or sign at a position.</summary>
    /// <returns>Where a secret is, or a length of 0.</returns>
    private static (int Start, int Length) FindAt(string text, int i, out int next)
    {
        if (text[i] == ':' && text.AsSpan(i).StartsWith("://", StringComparison.Ordinal))
        {
            next = i + 3;
            return FindPassword(text, next);
        }

        if (!IsWordChar(text[i]))
        {
            next = i + 1;
            return default;
        }

        var end = i + 1;
        while (end < text.Length && IsWordChar(text[end]))
        {
            end++;
        }

        next = end;
        i = Math.Min(end, i + EscapeLength(text, i));
        var word = text.AsSpan(i, end - i);
        if (word.Equals("Bearer", StringComparison.OrdinalIgnoreCase))
        {
            var token = SkipSpaces(text, end);
            return token > end ? ValueAt(text, token) : default;
        }

        return SecretNames.Contains(word) ? FindValue(text, i, end) : default;
    }

    /// <summary>Finds the value that belongs to a secret's name.</summary>
    private static (int Start, int Length) FindValue(string text, int nameStart, int nameEnd)
    {
        var afterName = SkipClosing(text, nameEnd);
        var i = SkipSpaces(text, afterName);
        if (i >= text.Length)
        {
            return default;
        }

        if (text[i] is '=' or ':')
        {
            i++;
            while (i < text.Length && text[i] is '=' or '>')
            {
                i++;
            }

            return FindAfterSign(text, i, nameStart, nameEnd);
        }

        if (IsEncodedSign(text, i))
        {
            return QuotationAt(text, i + 3, out _) is not null
                ? ValueAt(text, i + 3)
                : (i + 3, EncodedLength(text, i + 3));
        }

        if (afterName > nameEnd && FindNamedValue(text, i) is { Length: > 0 } named)
        {
            return named;
        }

        if (IsElement(text, nameStart))
        {
            return FindElement(text, i);
        }

        if (text[i] == ',')
        {
            return afterName == nameEnd && nameStart > 0 && text[nameStart - 1] == '['
                ? FindOfPair(text, SkipSpaces(text, i + 1))
                : FindArgument(text, i, IsCommandLineSwitch(text, nameStart));
        }

        return i == afterName ? default
            : text[i] is '"' or '\'' or '`' || IsCommandLineSwitch(text, nameStart)
                ? ValueAt(text, i)
            : FindAfterOption(text, i);
    }

    /// <summary>Finds the value behind <c>=</c> or <c>:</c>.</summary>
    private static (int Start, int Length) FindAfterSign(
        string text,
        int i,
        int nameStart,
        int nameEnd
    )
    {
        var value = SkipSpaces(text, i);
        if (
            text[i - 1] == ':'
            && text.AsSpan(i, value - i).ContainsAny('\r', '\n')
            && QuotationAt(text, SkipPrefix(text, value), out _) is null
        )
        {
            return default; // an empty value, as of a header, with the next line behind it
        }

        var name = text.AsSpan(nameStart, nameEnd - nameStart);
        var isHeader =
            name.EndsWith("authorization", StringComparison.OrdinalIgnoreCase)
            || name.EndsWith("cookie", StringComparison.OrdinalIgnoreCase);
        if (isHeader && !IsQuotedOrBracketed(text, value))
        {
            return (value, HeaderLength(text, value, nameStart));
        }

        var found = ValueAt(text, value);
        return found.Start == value && IsOfConnectionString(text, nameStart)
            ? (value, WithSpaces(text, value, found.Length))
            : found;
    }

    /// <summary>Finds the value in <c>"name", "value": "x"</c> and <c>"name" value="x"</c>.</summary>
    private static (int Start, int Length) FindNamedValue(string text, int i)
    {
        i = text[i] == ',' ? SkipSpaces(text, i + 1) : i;
        i += QuotationAt(text, i, out var backslashes) is { } quotation
            ? backslashes + quotation.Length
            : 0;
        if (
            i >= text.Length
            || !text.AsSpan(i).StartsWith("value", StringComparison.OrdinalIgnoreCase)
        )
        {
            return default;
        }

        i = SkipSpaces(text, SkipClosing(text, i + "value".Length));
        return i < text.Length && text[i] is '=' or ':'
            ? ValueAt(text, SkipSpaces(text, i + 1))
            : default;
    }

    /// <summary>Finds what an XML element holds.</summary>
    private static (int Start, int Length) FindElement(string text, int i)
    {
        var end = text.AsSpan(i).IndexOfAny('<', '>');
        if (end < 0 || text[i + end] == '<' || (end > 0 && text[i + end - 1] == '/'))
        {
            return default;
        }

        var start = i + end + 1;
        var from = start;
        if (text.AsSpan(start).StartsWith("<![CDATA[", StringComparison.Ordinal))
        {
            from = text.IndexOf("]]>", start, StringComparison.Ordinal);
        }

        var close = from < 0 ? -1 : text.IndexOf("</", from, StringComparison.Ordinal);
        return (start, (close < 0 ? text.Length : close) - start);
    }

    /// <summary>Finds the value in a list of quoted arguments: <c>'--password', 'x'</c> and <c>'password', '-v', 'x'</c>.</summary>
    private static (int Start, int Length) FindArgument(string text, int comma, bool isSwitch)
    {
        for (var skipped = 0; skipped < 2; skipped++)
        {
            var quote = SkipSpaces(text, comma + 1);
            if (quote < text.Length && text[quote] is 'u' or 'b')
            {
                quote++;
            }

            if (quote >= text.Length || text[quote] is not ('"' or '\''))
            {
                return default;
            }

            var length = QuotedLength(text, quote, Mark(text[quote]), backslashes: 0);
            if (isSwitch || skipped == 1)
            {
                return (quote + 1, length);
            }

            comma = SkipSpaces(text, Math.Min(text.Length, quote + length + 2));
            if (length == 0 || text[quote + 1] != '-' || comma >= text.Length || text[comma] != ',')
            {
                return default;
            }
        }

        return default;
    }

    /// <summary>Finds the value behind an option: <c>-n node.password -v x</c>.</summary>
    private static (int Start, int Length) FindAfterOption(string text, int i)
    {
        if (text[i] != '-')
        {
            return default;
        }

        var end = i;
        while (end < text.Length && end < i + LongestName && IsWordChar(text[end]))
        {
            end++;
        }

        var value = SkipSpaces(text, end);
        return value > end && char.IsAsciiLetter(text[end - 1]) ? ValueAt(text, value) : default;
    }

    /// <summary>Finds the password of a URI's authority, also one with signs that should have been escaped.</summary>
    private static (int Start, int Length) FindPassword(string text, int start)
    {
        var length = text.AsSpan(start).IndexOfAny(AuthorityEnds);
        var authority = text.AsSpan(start, length < 0 ? text.Length - start : length);
        var at = authority.LastIndexOf('@');
        var colon = (at < 0 ? authority : authority[..at]).IndexOf(':');
        if (colon < 0)
        {
            return default;
        }

        if (at < 0)
        {
            var port = authority[(colon + 1)..];
            if (authority[0] == '[' || !port.ContainsAnyExceptInRange('0', '9'))
            {
                return default; // a host and its port, with an @ somewhere behind them or not
            }

            var rest = text.AsSpan(start, Math.Min(LongestPassword, text.Length - start));
            var end = rest.IndexOfAny(UriEnds);
            at = (end < 0 ? rest : rest[..end]).IndexOf('@');
        }

        return at < 0 ? default : (start + colon + 1, at - colon - 1);
    }

    /// <summary>Whether a name is that of an XML element, with or without a namespace.</summary>
    private static bool IsElement(string text, int nameStart)
    {
        var i = nameStart - 1;
        if (i >= 0 && text[i] == ':')
        {
            for (i--; i >= 0 && i > nameStart - LongestName && IsWordChar(text[i]); )
            {
                i--;
            }
        }

        return i >= 0 && text[i] == '<';
    }

    /// <summary>Whether a name stands behind a semicolon, as in <c>Server=db;Password=x</c>.</summary>
    private static bool IsOfConnectionString(string text, int nameStart)
    {
        var i = nameStart - 1;
        while (i >= 0 && i > nameStart - LongestName && text[i] == ' ')
        {
            i--;
        }

        return i >= 0 && text[i] == ';';
    }

    private static bool IsCommandLineSwitch(string text, int nameStart) =>
        text[nameStart] == '-'
        && (nameStart == 0 || text[nameStart - 1] is ' ' or '\t' or '\n' or '"' or '\'');

    private static int SkipSpaces(string text, int i)
    {
        while (i < text.Length && char.IsWhiteSpace(text[i]))
        {
            i++;
        }

        return i;
    }

    private static bool IsWordChar(char c) => char.IsAsciiLetterOrDigit(c) || c is '_' or '-';
}
