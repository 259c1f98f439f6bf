using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.Json;

namespace Common.Logging.Internal;

/// <summary>Reads the parts of a line of the text format, from left to right.</summary>
internal ref struct TextScanner(ReadOnlySpan<char> line)
{
    public ReadOnlySpan<char> Rest { get; private set; } = line;

    public readonly bool IsAtEnd => Rest.IsEmpty;

    public bool TryTake(char c)
    {
        if (Rest.IsEmpty || Rest[0] != c)
        {
            return false;
        }

        Rest = Rest[1..];
        return true;
    }

    public bool TryTake(string text)
    {
        if (!Rest.StartsWith(text, StringComparison.Ordinal))
        {
            return false;
        }

        Rest = Rest[text.Length..];
        return true;
    }

    public bool TrySkipSpaces()
    {
        var length = Rest.Length;
        Rest = Rest.TrimStart(' ');
        return Rest.Length < length;
    }

    /// <summary>Reads up to the next space.</summary>
    public bool TryReadWord(out ReadOnlySpan<char> word)
    {
        var end = Rest.IndexOf(' ');
        word = end < 0 ? Rest : Rest[..end];
        Rest = Rest[word.Length..];
        return !word.IsEmpty;
    }

    /// <summary>Reads a bare or quoted text; <c>-</c> is none.</summary>
    public bool TryReadToken(out string? token) => TryReadToken(hasColon: false, out token);

    /// <summary>Reads the name of an event. The colon behind it belongs to the line.</summary>
    public bool TryReadEventName(out string? name) => TryReadToken(hasColon: true, out name);

    private bool TryReadToken(bool hasColon, out string? token)
    {
        token = null;
        if (Rest is ['"', ..])
        {
            return TryReadQuoted(out token);
        }

        var length = BareLength(Rest);
        if (hasColon && length > 0 && Rest[length - 1] == ':')
        {
            length--;
        }

        if (length <= 0)
        {
            return false;
        }

        token = Rest[..length] is "-" ? null : Rest[..length].ToString();
        Rest = Rest[length..];
        return true;
    }

    public bool TryReadName([NotNullWhen(true)] out string? name)
    {
        name = null;
        if (Rest is ['"', ..])
        {
            return TryReadQuoted(out name);
        }

        var length = BareLength(Rest);
        name = Rest[..length].ToString();
        Rest = Rest[length..];
        return length > 0;
    }

    /// <summary>Reads a quoted text.</summary>
    public bool TryReadQuoted([NotNullWhen(true)] out string? text)
    {
        var isRead = TryReadJson(QuotedLength(Rest), out var value);
        text = value as string;
        return isRead && text is not null;
    }

    /// <summary>Where the next field may begin.</summary>
    /// <param name="from">From where on it is looked for.</param>
    /// <returns>
    /// Where the space is before a name and an equals sign; less than 0 if there is none. In a body that is not quoted there is no
    /// such sign, but there may be quotation marks, so that the first place need not be the right one.
    /// </returns>
    public readonly int NextField(int from)
    {
        var equals = Rest.IndexOf('=');
        for (var i = from; i < equals; i++)
        {
            if (Rest[i] != ' ')
            {
                continue;
            }

            var name = Rest[(i + 1)..];
            var end = name is ['"', ..] ? QuotedLength(name) : BareLength(name);
            if (end > 0 && end < name.Length && name[end] == '=')
            {
                return i;
            }
        }

        return -1;
    }

    /// <summary>Passes over so many characters.</summary>
    public ReadOnlySpan<char> Take(int length)
    {
        var taken = Rest[..length];
        Rest = Rest[length..];
        return taken;
    }

    /// <summary>Reads a value: a JSON string or array, a number, true, false, null, or a bare text.</summary>
    public bool TryReadValue(out object? value)
    {
        value = null;
        if (Rest is ['"', ..])
        {
            var isRead = TryReadQuoted(out var text);
            value = text;
            return isRead;
        }

        if (Rest is ['[', ..])
        {
            return TryReadJson(ArrayLength(Rest), out value);
        }

        var length = BareLength(Rest);
        var bare = Rest[..length];
        Rest = Rest[length..];
        value = bare switch
        {
            "true" => true,
            "false" => false,
            "null" => null,
            _ when !JsonNumber.Is(bare) => bare.ToString(),
            _ when long.TryParse(bare, CultureInfo.InvariantCulture, out var whole) => whole,
            _ when !bare.ContainsAny('e', 'E')
                    && decimal.TryParse(bare, CultureInfo.InvariantCulture, out var number) =>
                number,
            _ => double.Parse(bare, CultureInfo.InvariantCulture),
        };
        return length > 0;
    }

    private bool TryReadJson(int length, out object? value)
    {
        value = null;
        if (length == 0)
        {
            return false;
        }

        try
        {
            using var document = JsonDocument.Parse(Rest[..length].ToString());
            value = JsonRecordParser.Value(document.RootElement);
        }
        catch (JsonException)
        {
            return false;
        }

        Rest = Rest[length..];
        return true;
    }

    private static int BareLength(ReadOnlySpan<char> text)
    {
        var length = text.IndexOfAnyExcept(Characters.BareValues);
        return length < 0 ? text.Length : length;
    }

    /// <summary>The length of a JSON string; 0 if it is not closed.</summary>
    private static int QuotedLength(ReadOnlySpan<char> text)
    {
        for (var i = 1; i < text.Length; i++)
        {
            if (text[i] == '\\')
            {
                i++;
            }
            else if (text[i] == '"')
            {
                return i + 1;
            }
        }

        return 0;
    }

    private static int ArrayLength(ReadOnlySpan<char> text)
    {
        for (var i = 1; i < text.Length; i++)
        {
            if (text[i] == '"')
            {
                var length = QuotedLength(text[i..]);
                if (length == 0)
                {
                    return 0;
                }

                i += length - 1;
            }
            else if (text[i] == ']')
            {
                return i + 1;
            }
        }

        return 0;
    }
}
