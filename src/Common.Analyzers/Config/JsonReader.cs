using System.Globalization;
using System.Text;

namespace Common.Analyzers.Config;

/// <summary>Reads JSON with comments and trailing commas, and keeps places; compilers carry no JSON reader.</summary>
internal sealed class JsonReader
{
    private const int DepthLimit = 64;

    private readonly string _text;
    private int _at;

    private JsonReader(string text) => _text = text;

    /// <summary>Gives the root, or null where the text is no JSON.</summary>
    public static JsonValue? Read(string text)
    {
        var reader = new JsonReader(text);
        try
        {
            var value = reader.Value(0);
            reader.Skip();
            return reader._at == text.Length ? value : null;
        }
        catch (FormatException)
        {
            return null; // the service itself says where
        }
    }

    private JsonValue Value(int depth)
    {
        Skip();
        if (depth > DepthLimit)
        {
            throw new FormatException();
        }

        return Peek() switch
        {
            '{' => Object(depth),
            '[' => List(depth),
            '"' => Text(),
            _ => Bare(),
        };
    }

    private JsonValue Object(int depth)
    {
        var start = _at++;
        var members = new List<JsonMember>();
        while (!Ends('}'))
        {
            var name = Text();
            Skip();
            Expect(':');
            members.Add(new JsonMember(name.Text, name.Start, name.End, Value(depth + 1)));
            Separate('}');
        }

        var value = new JsonValue(JsonValueKind.Object, string.Empty, start, _at);
        value.Members.AddRange(members);
        return value;
    }

    private JsonValue List(int depth)
    {
        var start = _at++;
        var elements = new List<JsonValue>();
        while (!Ends(']'))
        {
            elements.Add(Value(depth + 1));
            Separate(']');
        }

        var value = new JsonValue(JsonValueKind.List, string.Empty, start, _at);
        value.Elements.AddRange(elements);
        return value;
    }

    private bool Ends(char end)
    {
        Skip();
        if (Peek() != end)
        {
            return false;
        }

        _at++;
        return true;
    }

    private void Separate(char end)
    {
        Skip();
        if (Peek() != end)
        {
            Expect(',');
        }
    }

    private JsonValue Text()
    {
        var start = _at;
        Expect('"');
        var text = new StringBuilder();
        while (Peek() != '"')
        {
            var c = _text[_at++];
            text.Append(c == '\\' ? Escape() : c);
        }

        _at++;
        return new JsonValue(JsonValueKind.Text, text.ToString(), start, _at);
    }

    private char Escape()
    {
        var c = Peek();
        _at++;
        switch (c)
        {
            case 'n':
                return '\n';
            case 't':
                return '\t';
            case 'r':
                return '\r';
            case 'b':
                return '\b';
            case 'f':
                return '\f';
            case 'u' when _at + 4 <= _text.Length:
                var code = _text.Substring(_at, 4);
                _at += 4;
                return (char)
                    int.Parse(code, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture);
            default:
                return c;
        }
    }

    private JsonValue Bare()
    {
        var start = _at;
        while (
            _at < _text.Length
            && (char.IsLetterOrDigit(_text[_at]) || "+-.".IndexOf(_text[_at]) >= 0)
        )
        {
            _at++;
        }

        if (start == _at)
        {
            throw new FormatException();
        }

        var text = _text.Substring(start, _at - start);
        return new JsonValue(
            text is "true" or "false" or "null" ? JsonValueKind.Literal : JsonValueKind.Number,
            text,
            start,
            _at
        );
    }

    private void Expect(char c)
    {
        if (Peek() != c)
        {
            throw new FormatException();
        }

        _at++;
    }

    private char Peek() => _at < _text.Length ? _text[_at] : throw new FormatException();

    private void Skip()
    {
        while (_at < _text.Length)
        {
            if (char.IsWhiteSpace(_text[_at]) || _text[_at] == '\uFEFF')
            {
                _at++;
            }
            else if (string.CompareOrdinal(_text, _at, "//", 0, 2) == 0)
            {
                var end = _text.IndexOf('\n', _at);
                _at = end < 0 ? _text.Length : end;
            }
            else if (string.CompareOrdinal(_text, _at, "/*", 0, 2) == 0)
            {
                var end = _text.IndexOf("*/", _at, StringComparison.Ordinal);
                _at = end < 0 ? throw new FormatException() : end + 2;
            }
            else
            {
                return;
            }
        }
    }
}
