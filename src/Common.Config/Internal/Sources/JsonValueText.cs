using System.Text;
using System.Text.Json;

namespace Common.Config.Internal.Sources;

/// <summary>Gives JSON values as configuration has them: as text.</summary>
internal static class JsonValueText
{
    /// <summary>Gives the text of the value that the reader stands on.</summary>
    public static string? Of(ref Utf8JsonReader reader) =>
        reader.TokenType switch
        {
            JsonTokenType.Null or JsonTokenType.EndObject => null,
            JsonTokenType.EndArray => "",
            JsonTokenType.True => bool.TrueString,
            JsonTokenType.False => bool.FalseString,
            JsonTokenType.Number => Encoding.ASCII.GetString(reader.ValueSpan),
            _ => reader.GetString(),
        };

    /// <summary>Says whether the value that the reader stands on has a text, without making one.</summary>
    public static bool Is(ref Utf8JsonReader reader, string? text) =>
        reader.TokenType switch
        {
            JsonTokenType.Null or JsonTokenType.EndObject => text is null,
            JsonTokenType.EndArray => text is "",
            JsonTokenType.True => text is "True",
            JsonTokenType.False => text is "False",
            JsonTokenType.Number => text is not null && Ascii.Equals(reader.ValueSpan, text),
            _ => text is not null
                && (
                    (!reader.ValueIsEscaped && Ascii.Equals(reader.ValueSpan, text))
                    || reader.ValueTextEquals(text)
                ),
        };
}
