using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Common.Time.Json;

/// <summary>What the converters of this package share: a text in a JSON string, without reflection.</summary>
/// <typeparam name="T">What is converted.</typeparam>
public abstract class TimeJsonConverter<T> : JsonConverter<T>
{
    private const int MaxLength = 256;

    private protected TimeJsonConverter() { }

    /// <inheritdoc/>
    public sealed override T Read(
        ref Utf8JsonReader reader,
        Type typeToConvert,
        JsonSerializerOptions options
    )
    {
        if (reader.TokenType != JsonTokenType.String)
        {
            throw new JsonException($"A {Name} is a JSON string, not a {reader.TokenType}.");
        }

        var length = reader.HasValueSequence
            ? reader.ValueSequence.Length
            : reader.ValueSpan.Length;
        if (length > MaxLength)
        {
            throw new JsonException(
                $"A string of {length} bytes is no {Name}; it has at most {MaxLength}."
            );
        }

        Span<byte> text = stackalloc byte[MaxLength];
        try
        {
            return Parse(text[..reader.CopyString(text)]);
        }
        catch (FormatException exception)
        {
            throw new JsonException(exception.Message, exception);
        }
    }

    /// <inheritdoc/>
    public sealed override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options)
    {
        ArgumentNullException.ThrowIfNull(writer);
        Span<byte> text = stackalloc byte[MaxLength];
        writer.WriteStringValue(text[..Format(value, text)]);
    }

    /// <inheritdoc/>
    public sealed override T ReadAsPropertyName(
        ref Utf8JsonReader reader,
        Type typeToConvert,
        JsonSerializerOptions options
    )
    {
        try
        {
            return Parse(Encoding.UTF8.GetBytes(reader.GetString() ?? ""));
        }
        catch (FormatException exception)
        {
            throw new JsonException(exception.Message, exception);
        }
    }

    /// <inheritdoc/>
    public sealed override void WriteAsPropertyName(
        Utf8JsonWriter writer,
        T value,
        JsonSerializerOptions options
    )
    {
        ArgumentNullException.ThrowIfNull(writer);
        Span<byte> text = stackalloc byte[MaxLength];
        writer.WritePropertyName(text[..Format(value, text)]);
    }

    private protected abstract string Name { get; }

    private protected abstract T Parse(ReadOnlySpan<byte> utf8Text);

    private protected abstract int Format(T value, Span<byte> destination);

    private protected static int Copy(string text, Span<byte> destination) =>
        Encoding.UTF8.GetBytes(text, destination);
}
