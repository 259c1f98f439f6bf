using System.Text.Json;

namespace Common.Config.Internal.Commands;

/// <summary>Finds the properties of a JSON file with their places.</summary>
internal static class JsonOutline
{
    private static readonly JsonReaderOptions Options = new()
    {
        AllowTrailingCommas = true,
        CommentHandling = JsonCommentHandling.Skip,
    };

    /// <summary>Gives the place of the root's brace.</summary>
    public static int RootOf(ReadOnlySpan<byte> text)
    {
        var reader = new Utf8JsonReader(text, Options);
        reader.Read();
        return (int)reader.TokenStartIndex;
    }

    /// <summary>Gives every property that is reached by objects alone, in the order of the file.</summary>
    /// <exception cref="FormatException">The text is no JSON object.</exception>
    public static IReadOnlyList<JsonProperty> Of(ReadOnlySpan<byte> text)
    {
        var properties = new List<JsonProperty>();
        var reader = new Utf8JsonReader(text, Options);
        try
        {
            reader.Read();
            if (reader.TokenType != JsonTokenType.StartObject)
            {
                throw new FormatException("The file holds no JSON object.");
            }

            Object(ref reader, "", properties);
        }
        catch (JsonException e)
        {
            throw new FormatException($"The file is not valid JSON at line {e.LineNumber + 1}.", e);
        }
        catch (InvalidOperationException e)
        {
            throw new FormatException("The file has half of a character in a name.", e);
        }

        return properties;
    }

    /// <summary>Gives the first place from <paramref name="at"/> on that is neither blank nor in a comment.</summary>
    public static int SkipComments(ReadOnlySpan<byte> text, int at)
    {
        while (at < text.Length)
        {
            var rest = text[at..];
            var length =
                rest[0] is (byte)' ' or (byte)'\t' or (byte)'\r' or (byte)'\n' ? 1
                : rest.StartsWith("//"u8) ? rest.IndexOf((byte)'\n') + 1
                : rest.StartsWith("/*"u8) ? rest.IndexOf("*/"u8) + 2
                : 0;
            if (length == 0)
            {
                return at;
            }

            at += length;
        }

        return at;
    }

    private static void Object(
        ref Utf8JsonReader reader,
        string path,
        List<JsonProperty> properties
    )
    {
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var nameStart = (int)reader.TokenStartIndex;
            var nameEnd = nameStart + reader.ValueSpan.Length + 2;
            var name = reader.GetString()!;
            var key = path.Length == 0 ? name : path + ":" + name;
            reader.Read();
            var valueStart = (int)reader.TokenStartIndex;
            var place = properties.Count;
            properties.Add(new JsonProperty(key, path, nameStart, nameEnd, valueStart, 0));
            if (reader.TokenType == JsonTokenType.StartObject)
            {
                Object(ref reader, key, properties);
            }
            else
            {
                reader.Skip();
            }

            properties[place] = properties[place] with { ValueEnd = (int)reader.BytesConsumed };
        }
    }
}
