using System.Buffers;
using System.Text.Json;

namespace Common.Config.Internal.Sources;

/// <summary>Visits every value of a JSON file as configuration key and value, as the platform's own provider reads them.</summary>
internal sealed class JsonWalker : IDisposable
{
    private static readonly JsonReaderOptions Options = new()
    {
        AllowTrailingCommas = true,
        CommentHandling = JsonCommentHandling.Skip,
    };

    private readonly Visit _visit;
    private char[] _path = ArrayPool<char>.Shared.Rent(256);
    private int _length;

    private JsonWalker(Visit visit) => _visit = visit;

    /// <summary>Takes one key with its value, and where in the file the property or element begins.</summary>
    public delegate void Visit(string key, string? value, long position);

    /// <summary>Visits every value, in the order of the file.</summary>
    /// <exception cref="JsonException">The file is no JSON object.</exception>
    public static void Walk(ReadOnlySpan<byte> content, Visit visit)
    {
        var bom = content.StartsWith("\uFEFF"u8) ? 3 : 0;
        using var walker = new JsonWalker(visit);
        var reader = new Utf8JsonReader(content[bom..], Options);
        reader.Read();
        if (reader.TokenType != JsonTokenType.StartObject)
        {
            throw new JsonException("The file must hold one JSON object", null, 0, 0);
        }

        walker.Object(ref reader, bom, bom);
        while (reader.Read())
        {
            // Reads to the end, so that anything after the object is found.
        }
    }

    public void Dispose()
    {
        ArrayPool<char>.Shared.Return(_path);
        _path = [];
    }

    private void Object(ref Utf8JsonReader reader, int offset, long position)
    {
        var isEmpty = true;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            isEmpty = false;
            var at = reader.TokenStartIndex + offset;
            var parent = Enter(ref reader);
            reader.Read();
            Value(ref reader, offset, at);
            _length = parent;
        }

        if (isEmpty && _length > 0)
        {
            _visit(Key, null, position);
        }
    }

    private void Array(ref Utf8JsonReader reader, int offset, long position)
    {
        var index = 0;
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            var parent = Enter(index++);
            Value(ref reader, offset, reader.TokenStartIndex + offset);
            _length = parent;
        }

        if (index == 0 && _length > 0)
        {
            _visit(Key, "", position);
        }
    }

    private void Value(ref Utf8JsonReader reader, int offset, long position)
    {
        switch (reader.TokenType)
        {
            case JsonTokenType.StartObject:
                Object(ref reader, offset, position);
                break;
            case JsonTokenType.StartArray:
                Array(ref reader, offset, position);
                break;
            case JsonTokenType.Null:
                _visit(Key, null, position);
                break;
            case JsonTokenType.True:
                _visit(Key, bool.TrueString, position);
                break;
            case JsonTokenType.False:
                _visit(Key, bool.FalseString, position);
                break;
            case JsonTokenType.Number:
                _visit(Key, System.Text.Encoding.ASCII.GetString(reader.ValueSpan), position);
                break;
            default:
                _visit(Key, reader.GetString(), position);
                break;
        }
    }

    private string Key => new(_path, 0, _length);

    private int Enter(ref Utf8JsonReader reader)
    {
        var parent = Separate(reader.ValueSpan.Length);
        _length += reader.CopyString(_path.AsSpan(_length));
        return parent;
    }

    private int Enter(int index)
    {
        var parent = Separate(10);
        index.TryFormat(
            _path.AsSpan(_length),
            out var written,
            default,
            System.Globalization.CultureInfo.InvariantCulture
        );
        _length += written;
        return parent;
    }

    private int Separate(int room)
    {
        var parent = _length;
        if (_length + room + 1 > _path.Length)
        {
            var longer = ArrayPool<char>.Shared.Rent((_length + room + 1) * 2);
            _path.AsSpan(0, _length).CopyTo(longer);
            ArrayPool<char>.Shared.Return(_path);
            _path = longer;
        }

        if (_length > 0)
        {
            _path[_length++] = ':';
        }

        return parent;
    }
}
