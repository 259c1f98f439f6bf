using System.Collections.Immutable;
using System.Globalization;
using System.Text;

namespace Common.Analyzers.Incubator;

/// <summary>Reads the incubator's JSON files. Faults are the tool's to report: here they only end the reading.</summary>
internal sealed class CopyJson
{
    private readonly string _text;
    private int _position;

    private CopyJson(string text)
    {
        _text = text;
    }

    /// <summary>Reads a text whose root is an object.</summary>
    /// <returns>The object, or <see langword="null"/> if the text is ill-formed.</returns>
    public static CopyJsonValue? TryParse(string text)
    {
        try
        {
            var json = new CopyJson(text);
            var value = json.Value(0);
            json.Blank();
            return json._position == text.Length && value.IsObject ? value : null;
        }
        catch (FormatException)
        {
            return null;
        }
    }

    private CopyJsonValue Value(int depth)
    {
        Blank();
        if (depth > 16)
        {
            throw new FormatException();
        }

        return Peek() switch
        {
            '{' => Object(depth),
            '[' => Array(depth),
            '"' => new CopyJsonValue(String()),
            _ => Word(),
        };
    }

    private CopyJsonValue Object(int depth)
    {
        var fields = ImmutableArray.CreateBuilder<CopyJsonField>();
        var places = new Dictionary<string, int>(StringComparer.Ordinal);
        Take('{');
        while (!Ends('}', fields.Count))
        {
            Blank();
            var start = _position;
            var name = String();
            var end = _position;
            Blank();
            Take(':');
            var field = new CopyJsonField(name, start, end, Value(depth + 1));
            // A merge may leave a name there twice, which the tool reports: here the last one counts.
            if (places.TryGetValue(name, out var place))
            {
                fields[place] = field;
            }
            else
            {
                places.Add(name, fields.Count);
                fields.Add(field);
            }
        }

        return new CopyJsonValue(fields.ToImmutable());
    }

    private CopyJsonValue Array(int depth)
    {
        var items = ImmutableArray.CreateBuilder<CopyJsonValue>();
        Take('[');
        while (!Ends(']', items.Count))
        {
            items.Add(Value(depth + 1));
        }

        return new CopyJsonValue(items.ToImmutable());
    }

    private bool Ends(char bracket, int count)
    {
        Blank();
        if (Peek() == bracket)
        {
            _position++;
            return true;
        }

        if (count == 0)
        {
            return false;
        }

        // As in the tool, a comma may end a list.
        Take(',');
        Blank();
        if (Peek() != bracket)
        {
            return false;
        }

        _position++;
        return true;
    }

    private CopyJsonValue Word()
    {
        var start = _position;
        while (
            _position < _text.Length
            && (char.IsLetterOrDigit(Peek()) || Peek() is '-' or '+' or '.')
        )
        {
            _position++;
        }

        return _position > start ? new CopyJsonValue("") : throw new FormatException();
    }

    private string String()
    {
        Take('"');
        var text = new StringBuilder();
        while (Peek() != '"')
        {
            var c = _text[_position++];
            text.Append(c == '\\' ? Escape() : c);
        }

        _position++;
        return text.ToString();
    }

    private char Escape()
    {
        var c = Peek();
        _position++;
        if (c != 'u')
        {
            return c switch
            {
                'n' => '\n',
                't' => '\t',
                'r' => '\r',
                'b' => '\b',
                'f' => '\f',
                _ => c,
            };
        }

        if (
            _position + 4 > _text.Length
            || !ushort.TryParse(
                _text.Substring(_position, 4),
                NumberStyles.AllowHexSpecifier,
                CultureInfo.InvariantCulture,
                out var code
            )
        )
        {
            throw new FormatException();
        }

        _position += 4;
        return (char)code;
    }

    private void Blank()
    {
        while (_position < _text.Length)
        {
            if (char.IsWhiteSpace(_text[_position]))
            {
                _position++;
            }
            else if (!TrySkipComment("//", "\n") && !TrySkipComment("/*", "*/"))
            {
                return;
            }
        }
    }

    // Some of the files are written by hand.
    private bool TrySkipComment(string start, string end)
    {
        if (string.CompareOrdinal(_text, _position, start, 0, start.Length) != 0)
        {
            return false;
        }

        var last = _text.IndexOf(end, _position + start.Length, StringComparison.Ordinal);
        _position = last < 0 ? _text.Length : last + end.Length;
        return true;
    }

    private char Peek() =>
        _position < _text.Length ? _text[_position] : throw new FormatException();

    private void Take(char c)
    {
        if (Peek() != c)
        {
            throw new FormatException();
        }

        _position++;
    }
}
