using System.Text.Json;
using Common.Abstractions;
using Common.Context;
using NodaTime;

namespace Common.Exceptions.Internal;

internal static class ProblemWriter
{
    public static readonly JsonEncodedText Type = JsonEncodedText.Encode("type");
    public static readonly JsonEncodedText Title = JsonEncodedText.Encode("title");
    public static readonly JsonEncodedText Status = JsonEncodedText.Encode("status");
    public static readonly JsonEncodedText Detail = JsonEncodedText.Encode("detail");
    public static readonly JsonEncodedText Instance = JsonEncodedText.Encode("instance");
    public static readonly JsonEncodedText Kind = JsonEncodedText.Encode("kind");
    public static readonly JsonEncodedText Code = JsonEncodedText.Encode("code");
    public static readonly JsonEncodedText RequestIdName = JsonEncodedText.Encode("request_id");
    public static readonly JsonEncodedText Fields = JsonEncodedText.Encode("fields");
    public static readonly JsonEncodedText Errors = JsonEncodedText.Encode("errors");
    public static readonly JsonEncodedText Pointer = JsonEncodedText.Encode("pointer");
    public static readonly JsonEncodedText Message = JsonEncodedText.Encode("message");
    public static readonly JsonEncodedText RetryAfter = JsonEncodedText.Encode("retry_after");

    private static readonly JsonEncodedText Blank = JsonEncodedText.Encode(
        ProblemDocument.BlankType
    );

    // By the number of the kind, which begins with 1.
    private static readonly JsonEncodedText[] Kinds =
    [
        default,
        .. Enum.GetValues<ErrorKind>()
            .Order()
            .Select(kind => JsonEncodedText.Encode(kind.ToWireName())),
    ];

    public static void Write(Utf8JsonWriter writer, ProblemDocument document)
    {
        writer.WriteStartObject();
        if (ReferenceEquals(document.Type, ProblemDocument.BlankType))
        {
            writer.WriteString(Type, Blank);
        }
        else
        {
            writer.WriteString(Type, document.Type);
        }

        WriteText(writer, Title, document.Title);
        if (document.Status != 0)
        {
            writer.WriteNumber(Status, document.Status);
        }

        WriteText(writer, Detail, document.Detail);
        WriteText(writer, Instance, document.Instance);
        if (document.Kind is { } kind)
        {
            writer.WriteString(Kind, Kinds[kind.ToGrpcCode()]);
        }

        WriteText(writer, Code, document.Code);
        if (!document.RequestId.IsNone)
        {
            Span<byte> id = stackalloc byte[RequestId.TextLength];
            _ = document.RequestId.TryFormat(id, out var length);
            writer.WriteString(RequestIdName, id[..length]);
        }

        WriteFields(writer, document.Fields);
        WriteErrors(writer, document.Errors);
        if (document.RetryAfter is { } pause)
        {
            writer.WriteNumber(RetryAfter, ToSeconds(pause));
        }

        writer.WriteEndObject();
    }

    /// <summary>Whole seconds, rounded up: a caller that waits that long does not come too early.</summary>
    public static long ToSeconds(Duration pause) =>
        (long)Math.Ceiling(Math.Max(0, pause.TotalSeconds));

    private static void WriteFields(Utf8JsonWriter writer, IReadOnlyList<ErrorField> fields)
    {
        if (fields.Count == 0)
        {
            return;
        }

        writer.WriteStartObject(Fields);
        for (var i = 0; i < fields.Count; i++)
        {
            writer.WritePropertyName(fields[i].Name);
            fields[i].Value.Write(writer);
        }

        writer.WriteEndObject();
    }

    private static void WriteErrors(Utf8JsonWriter writer, IReadOnlyList<FieldError> errors)
    {
        if (errors.Count == 0)
        {
            return;
        }

        writer.WriteStartArray(Errors);
        for (var i = 0; i < errors.Count; i++)
        {
            writer.WriteStartObject();
            writer.WriteString(Pointer, errors[i].Pointer);
            writer.WriteString(Code, errors[i].Code);
            writer.WriteString(Message, errors[i].Message);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    private static void WriteText(Utf8JsonWriter writer, JsonEncodedText name, string? value)
    {
        if (value is not null)
        {
            writer.WriteString(name, value);
        }
    }
}
