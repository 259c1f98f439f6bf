using System.Buffers;
using System.Text;

namespace Common.Logging.Internal;

/// <summary>Replaces secrets in foreign text by <c>***</c>, in one pass.</summary>
/// <remarks>
/// What is found: <c>name=value</c>, <c>name: value</c>, <c>name =&gt; value</c>, <c>name "value"</c>, JSON members, headers,
/// <c>--name value</c>, <c>name -v value</c>, the same as a list of quoted arguments, XML elements, each with a name of
/// <see cref="SecretNames"/> and with any quoting; <c>Bearer …</c>; and the password in <c>scheme://user:password@host</c>.
/// </remarks>
internal static class SecretMask
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

    private static readonly SearchValues<char> AuthorityEnds = SearchValues.Create(
        " \t\r\n/?#<>\"'`,;"
    );

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
        var word = text.AsSpan(i, end - i);
        if (word.Equals("Bearer", StringComparison.OrdinalIgnoreCase))
        {
            var token = SkipSpaces(text, end);
            return token > end ? (token, ValueLength(text, token)) : default;
        }

        return SecretNames.Contains(word) ? FindValue(text, i, end) : default;
    }

    /// <summary>Finds the value that belongs to a secret's name.</summary>
    private static (int Start, int Length) FindValue(string text, int nameStart, int nameEnd)
    {
        var i = nameEnd;
        while (i < text.Length && text[i] is '\\' or '"' or '\'' or ']')
        {
            i++; // what closes the name's quotation
        }

        var afterName = i;
        i = SkipSpaces(text, i);
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
        }
        else if (nameStart > 0 && text[nameStart - 1] is '<' or ':')
        {
            return FindElement(text, i);
        }
        else if (text[i] == ',')
        {
            return FindArgument(text, i, IsCommandLineSwitch(text, nameStart));
        }
        else if (i == afterName)
        {
            return default;
        }
        else if (text[i] is not ('"' or '\'' or '`') && !IsCommandLineSwitch(text, nameStart))
        {
            return FindAfterOption(text, i);
        }

        i = SkipSpaces(text, i);
        var name = text.AsSpan(nameStart, nameEnd - nameStart);
        var isHeader =
            name.EndsWith("authorization", StringComparison.OrdinalIgnoreCase)
            || name.EndsWith("cookie", StringComparison.OrdinalIgnoreCase);
        return ValueAt(text, i, isHeader);
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
        var close = text.IndexOf("</", start, StringComparison.Ordinal);
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

            var length = QuotedLength(text, quote, escapes: 0);
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
        return value > end && char.IsAsciiLetter(text[end - 1])
            ? ValueAt(text, value, isHeader: false)
            : default;
    }

    private static (int Start, int Length) ValueAt(string text, int i, bool isHeader)
    {
        if (
            i < text.Length
            && text[i] is 'u' or 'b'
            && i + 1 < text.Length
            && text[i + 1] is '\'' or '"'
        )
        {
            i++; // a prefix of Python's strings
        }

        var escapes = i;
        while (i < text.Length && text[i] == '\\')
        {
            i++;
        }

        escapes = i - escapes;
        if (i < text.Length && text[i] is '"' or '\'' or '`')
        {
            return (i + 1, QuotedLength(text, i, escapes));
        }

        if (i < text.Length && text[i] is '{' or '[')
        {
            return (i, BracketedLength(text, i));
        }

        if (isHeader)
        {
            var line = text.AsSpan(i).IndexOfAny("\r\n\"'");
            return (i, line < 0 ? text.Length - i : line);
        }

        return (i, ValueLength(text, i));
    }

    /// <summary>The length of what a quotation mark opens, up to the same mark with as many backslashes before it.</summary>
    private static int QuotedLength(string text, int quote, int escapes)
    {
        var backslashes = 0;
        for (var i = quote + 1; i < text.Length; i++)
        {
            if (text[i] == '\\')
            {
                backslashes++;
                continue;
            }

            if (
                text[i] == text[quote]
                && (escapes == 0 ? backslashes % 2 == 0 : backslashes <= escapes)
            )
            {
                return i - backslashes * (escapes == 0 ? 0 : 1) - quote - 1;
            }

            backslashes = 0;
        }

        return text.Length - quote - 1;
    }

    private static int BracketedLength(string text, int open)
    {
        var depth = 0;
        for (var i = open; i < text.Length; i++)
        {
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

        var end = Math.Min(text.Length, i + LongestName);
        while (i < end && (IsWordChar(text[i]) || text[i] is '.' or ' '))
        {
            i++;
        }

        return i < end && text[i] is '=' or ':';
    }

    /// <summary>Finds the password of a URI's authority.</summary>
    private static (int Start, int Length) FindPassword(string text, int start)
    {
        var length = text.AsSpan(start).IndexOfAny(AuthorityEnds);
        var authority = text.AsSpan(start, length < 0 ? text.Length - start : length);
        var at = authority.LastIndexOf('@');
        if (at < 0)
        {
            return default;
        }

        var colon = authority[..at].IndexOf(':');
        return colon < 0 ? default : (start + colon + 1, at - colon - 1);
    }

    private static bool IsCommandLineSwitch(string text, int nameStart) =>
        text[nameStart] == '-'
        && (nameStart == 0 || text[nameStart - 1] is ' ' or '\t' or '\n' or '"' or '\'');

    private static int SkipSpaces(string text, int i)
    {
        while (i < text.Length && text[i] is ' ' or '\t')
        {
            i++;
        }

        return i;
    }

    private static bool IsWordChar(char c) => char.IsAsciiLetterOrDigit(c) || c is '_' or '-';
}
