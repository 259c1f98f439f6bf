using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using Common.Abstractions;
using Common.Context;
using NodaTime;

namespace Common.Exceptions.Internal;

/// <summary>Reads what a dependency answered; it is as likely to be hostile or broken as to be ours.</summary>
internal static class ProblemReader
{
    private const int MaxDepth = 16;

    private const long MaxRetryAfterSeconds = 31_536_000; // a year; more is nonsense

    private static readonly JsonReaderOptions Options = new() { MaxDepth = MaxDepth };

    public static bool TryRead(
        ReadOnlySpan<byte> utf8,
        [NotNullWhen(true)] out ProblemDocument? document
    )
    {
        document = null;
        if (utf8.Length > ProblemDocument.MaxLength)
        {
            return false;
        }

        if (utf8.StartsWith("\uFEFF"u8)) // RFC 8259, section 8.1: a reader may ignore it, and some servers write it
        {
            utf8 = utf8[3..];
        }

        try
        {
            var reader = new Utf8JsonReader(utf8, Options);
            if (!reader.Read() || reader.TokenType != JsonTokenType.StartObject)
            {
                return false;
            }

            var read = ReadDocument(ref reader);
            if (reader.Read())
            {
                return false;
            }

            document = read;
            return true;
        }
        catch (JsonException)
        {
            return false;
        }
        catch (InvalidOperationException) // a string that is no valid UTF-8 or UTF-16
        {
            return false;
        }
    }

    private static ProblemDocument ReadDocument(ref Utf8JsonReader reader)
    {
        string? type = null,
            title = null,
            detail = null,
            instance = null,
            code = null;
        var status = 0;
        ErrorKind? kind = null;
        Duration? retryAfter = null;
        var requestId = RequestId.None;
        IReadOnlyList<ErrorField> fields = [];
        IReadOnlyList<FieldError> errors = [];

        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            if (reader.ValueTextEquals("type"u8))
            {
                type = ReadText(ref reader) ?? type;
            }
            else if (reader.ValueTextEquals("title"u8))
            {
                title = ReadText(ref reader) ?? title;
            }
            else if (reader.ValueTextEquals("status"u8))
            {
                status = ReadStatus(ref reader) ?? status;
            }
            else if (reader.ValueTextEquals("detail"u8))
            {
                detail = ReadText(ref reader) ?? detail;
            }
            else if (reader.ValueTextEquals("instance"u8))
            {
                instance = ReadText(ref reader) ?? instance;
            }
            else if (reader.ValueTextEquals("kind"u8))
            {
                kind = ReadKind(ref reader) ?? kind;
            }
            else if (reader.ValueTextEquals("code"u8))
            {
                var text = ReadText(ref reader);
                code = text is not null && ErrorCode.IsValid(text) ? text : code;
            }
            else if (reader.ValueTextEquals("request_id"u8))
            {
                requestId = ReadRequestId(ref reader) ?? requestId;
            }
            else if (reader.ValueTextEquals("retry_after"u8))
            {
                retryAfter = ReadSeconds(ref reader) ?? retryAfter;
            }
            else if (reader.ValueTextEquals("fields"u8))
            {
                fields = ReadFields(ref reader);
            }
            else if (reader.ValueTextEquals("errors"u8))
            {
                errors = ReadErrors(ref reader);
            }
            else
            {
                SkipValue(ref reader);
            }
        }

        return new ProblemDocument
        {
            Type = type ?? ProblemDocument.BlankType,
            Title = title,
            Status = status,
            Detail = detail,
            Instance = instance,
            Kind = kind,
            Code = code,
            RequestId = requestId,
            Fields = fields,
            Errors = errors,
            RetryAfter = retryAfter,
        };
    }

    private static List<ErrorField> ReadFields(ref Utf8JsonReader reader)
    {
        if (!ReadStart(ref reader, JsonTokenType.StartObject))
        {
            return [];
        }

        var fields = new List<ErrorField>();
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            if (fields.Count == ProblemDocument.MaxItems)
            {
                SkipValue(ref reader);
                continue;
            }

            var name = BoundedText.Cut(reader.GetString()!);
            reader.Read();
            if (
                reader.TokenType is JsonTokenType.StartObject or JsonTokenType.StartArray
                || Has(fields, name)
            )
            {
                reader.Skip();
            }
            else
            {
                fields.Add(new ErrorField(name, ErrorValue.Read(ref reader)));
            }
        }

        return fields;
    }

    private static bool Has(List<ErrorField> fields, string name)
    {
        foreach (var field in fields)
        {
            if (field.Name == name)
            {
                return true;
            }
        }

        return false;
    }

    private static List<FieldError> ReadErrors(ref Utf8JsonReader reader)
    {
        if (!ReadStart(ref reader, JsonTokenType.StartArray))
        {
            return [];
        }

        var errors = new List<FieldError>();
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            if (
                reader.TokenType != JsonTokenType.StartObject
                || errors.Count == ProblemDocument.MaxItems
            )
            {
                reader.Skip();
                continue;
            }

            errors.Add(ReadError(ref reader));
        }

        return errors;
    }

    private static FieldError ReadError(ref Utf8JsonReader reader)
    {
        string pointer = "",
            code = "",
            message = "";
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            if (reader.ValueTextEquals("pointer"u8))
            {
                pointer = ReadText(ref reader) ?? pointer;
            }
            else if (reader.ValueTextEquals("code"u8))
            {
                code = ReadText(ref reader) ?? code;
            }
            else if (reader.ValueTextEquals("message"u8))
            {
                message = ReadText(ref reader) ?? message;
            }
            else
            {
                SkipValue(ref reader);
            }
        }

        return new FieldError(pointer, code, message);
    }

    private static bool ReadStart(ref Utf8JsonReader reader, JsonTokenType start)
    {
        reader.Read();
        if (reader.TokenType == start)
        {
            return true;
        }

        reader.Skip();
        return false;
    }

    private static void SkipValue(ref Utf8JsonReader reader)
    {
        reader.Read();
        reader.Skip();
    }

    private static string? ReadText(ref Utf8JsonReader reader)
    {
        reader.Read();
        if (reader.TokenType == JsonTokenType.String)
        {
            return BoundedText.Cut(reader.GetString()!);
        }

        reader.Skip();
        return null;
    }

    private static int? ReadStatus(ref Utf8JsonReader reader)
    {
        reader.Read();
        if (
            reader.TokenType == JsonTokenType.Number
            && reader.TryGetInt32(out var status)
            && status is >= 100 and <= 599
        )
        {
            return status;
        }

        reader.Skip();
        return null;
    }

    private static ErrorKind? ReadKind(ref Utf8JsonReader reader)
    {
        reader.Read();
        if (
            reader.TokenType == JsonTokenType.String
            && ErrorKindNames.TryParseWireName(reader.ValueSpan, out var kind)
        )
        {
            return kind;
        }

        reader.Skip();
        return null;
    }

    private static RequestId? ReadRequestId(ref Utf8JsonReader reader)
    {
        reader.Read();
        if (
            reader.TokenType == JsonTokenType.String
            && RequestId.TryParse(reader.ValueSpan, out var id)
        )
        {
            return id;
        }

        reader.Skip();
        return null;
    }

    private static Duration? ReadSeconds(ref Utf8JsonReader reader)
    {
        reader.Read();
        if (
            reader.TokenType == JsonTokenType.Number
            && reader.TryGetDouble(out var seconds)
            && seconds is >= 0 and <= MaxRetryAfterSeconds
        )
        {
            return Duration.FromSeconds(seconds);
        }

        reader.Skip();
        return null;
    }
}
