#nullable enable
using System;
using System.Collections.Generic;
using System.Globalization;
using System.Text;
using System.Text.Json;
using Common.Exceptions;

namespace Orders.Incubator.Web;

/// <summary>Says where a body is not the JSON that was expected, without repeating any of it.</summary>
internal static class BodyErrors
{
    // A hostile body must not make a long answer.
    private const int MaxPointerLength = 200;

    /// <summary>Finds the place in what the reader threw.</summary>
    /// <returns>One error, or none where the exception does not come from reading JSON.</returns>
    public static IReadOnlyList<FieldError> Of(Exception exception) =>
        exception.InnerException is JsonException json
            ?
            [
                new FieldError(
                    ToPointer(json.Path),
                    "json.unexpected",
                    json is { LineNumber: { } line, BytePositionInLine: { } position }
                        ? string.Create(
                            CultureInfo.InvariantCulture,
                            $"The JSON is not what is expected here, at line {line + 1}, byte {position + 1}."
                        )
                        : "The JSON is not what is expected here."
                ),
            ]
            : [];

    /// <summary>Turns the reader's path, such as <c>$.items[0].sku</c>, into a JSON pointer (RFC 6901).</summary>
    internal static string ToPointer(string? path)
    {
        if (path is not ['$', ..] || path.Length > MaxPointerLength)
        {
            return "";
        }

        var pointer = new StringBuilder(path.Length);
        for (var i = 1; i < path.Length; i++)
        {
            switch (path[i])
            {
                case '.':
                    pointer.Append('/');
                    break;
                case '[':
                    pointer.Append('/');
                    var end = path.IndexOf(']', i);
                    AppendEscaped(pointer, path.AsSpan(i + 1, end - i - 1).Trim('\''));
                    i = end;
                    break;
                default:
                    AppendEscaped(pointer, path.AsSpan(i, 1));
                    break;
            }
        }

        return pointer.ToString();
    }

    private static void AppendEscaped(StringBuilder pointer, ReadOnlySpan<char> text)
    {
        foreach (var c in text)
        {
            _ = c switch
            {
                '~' => pointer.Append("~0"),
                '/' => pointer.Append("~1"),
                _ => pointer.Append(c),
            };
        }
    }
}
