using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Json;

namespace Common.Config.Internal.Sources;

/// <summary>Visits every value of a JSON file with its configuration key, as the platform's own provider reads them.</summary>
internal sealed class JsonWalker : IDisposable
{
    private static readonly JsonReaderOptions Plain = new() { AllowTrailingCommas = true };

    private static readonly JsonReaderOptions Commented = Plain with
    {
        CommentHandling = JsonCommentHandling.Skip,
    };

    private readonly IJsonVisitor _visitor;
    private char[] _path = ArrayPool<char>.Shared.Rent(256);
    private int _length;

    private JsonWalker(IJsonVisitor visitor) => _visitor = visitor;

    /// <summary>Visits every value, in the order of the file.</summary>
    /// <exception cref="JsonException">The file is no JSON object.</exception>
    public static void Walk(ReadOnlySpan<byte> content, IJsonVisitor visitor)
    {
        var bom = content.StartsWith("\uFEFF"u8) ? 3 : 0;
        using var walker = new JsonWalker(visitor);
        // Looking out for comments costs a third of the reading; most files have none.
        var mayComment = content.IndexOf("//"u8) >= 0 || content.IndexOf("/*"u8) >= 0;
        var reader = new Utf8JsonReader(content[bom..], mayComment ? Commented : Plain);
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
            var parent = Separate(reader.ValueSpan.Length);
            _length += CopyName(ref reader, _path.AsSpan(_length));
            reader.Read();
            Value(ref reader, offset, at);
            _length = parent;
        }

        if (isEmpty && _length > 0)
        {
            Visit(ref reader, position);
        }
    }

    /// <summary>Writes the name that the reader stands on. Names are plain ASCII, but for the rare one.</summary>
    private static int CopyName(ref Utf8JsonReader reader, Span<char> path) =>
        !reader.ValueIsEscaped
        && Ascii.ToUtf16(reader.ValueSpan, path, out var written) == OperationStatus.Done
            ? written
            : reader.CopyString(path);

    private void Array(ref Utf8JsonReader reader, int offset, long position)
    {
        var index = 0;
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            var parent = Separate(10);
            index++.TryFormat(
                _path.AsSpan(_length),
                out var written,
                default,
                CultureInfo.InvariantCulture
            );
            _length += written;
            Value(ref reader, offset, reader.TokenStartIndex + offset);
            _length = parent;
        }

        if (index == 0 && _length > 0)
        {
            Visit(ref reader, position);
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
            default:
                Visit(ref reader, position);
                break;
        }
    }

    private void Visit(ref Utf8JsonReader reader, long position) =>
        _visitor.Visit(_path.AsSpan(0, _length), ref reader, position);

    /// <summary>Makes room for one more name, and gives the length to go back to.</summary>
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
