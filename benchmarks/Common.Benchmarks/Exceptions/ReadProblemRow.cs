using System.Text.Json;
using Common.Abstractions;
using Common.Benchmarks.Runner;
using Common.Context;
using Common.Exceptions;
using NodaTime;

namespace Common.Benchmarks.Exceptions;

/// <summary>A problem document with two fields and two field errors, read.</summary>
internal sealed class ReadProblemRow : IRow
{
    private static readonly byte[] Body = Problems.Document.ToUtf8Bytes();

    public string Area => "Exceptions";

    public string Title => "read a problem document";

    public IReadOnlyList<Contender> Prepare()
    {
        _ = ProblemDocument.TryRead(Body, out var ours);
        return ReadByHand(Body).ToUtf8Bytes().AsSpan().SequenceEqual(ours!.ToUtf8Bytes())
            ?
            [
                Contender.Baseline(
                    "Utf8JsonReader by hand",
                    count =>
                    {
                        for (var i = 0; i < count; i++)
                        {
                            Sink.Keep(ReadByHand(Body));
                        }
                    }
                ),
                new(
                    "ProblemDocument.TryRead",
                    count =>
                    {
                        for (var i = 0; i < count; i++)
                        {
                            _ = ProblemDocument.TryRead(Body, out var document);
                            Sink.Keep(document);
                        }
                    }
                )
                {
                    Goals = [Goal.Ratio(1.2), Goal.NoMoreBytes],
                },
            ]
            : throw new InvalidOperationException("The documents differ.");
    }

    // What someone would write who trusts the sender: no limits, no foreign members.
    private static ProblemDocument ReadByHand(ReadOnlySpan<byte> body)
    {
        var reader = new Utf8JsonReader(body);
        string? type = null,
            title = null,
            detail = null,
            instance = null,
            code = null;
        var status = 0;
        ErrorKind? kind = null;
        var id = RequestId.None;
        Duration? retryAfter = null;
        List<ErrorField> fields = [];
        List<FieldError> errors = [];
        reader.Read();
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            if (reader.ValueTextEquals("type"u8))
            {
                reader.Read();
                type = reader.GetString();
            }
            else if (reader.ValueTextEquals("title"u8))
            {
                reader.Read();
                title = reader.GetString();
            }
            else if (reader.ValueTextEquals("status"u8))
            {
                reader.Read();
                status = reader.GetInt32();
            }
            else if (reader.ValueTextEquals("detail"u8))
            {
                reader.Read();
                detail = reader.GetString();
            }
            else if (reader.ValueTextEquals("instance"u8))
            {
                reader.Read();
                instance = reader.GetString();
            }
            else if (reader.ValueTextEquals("kind"u8))
            {
                reader.Read();
                kind = reader.ValueTextEquals("INVALID_ARGUMENT"u8)
                    ? ErrorKind.InvalidArgument
                    : null;
            }
            else if (reader.ValueTextEquals("code"u8))
            {
                reader.Read();
                code = reader.GetString();
            }
            else if (reader.ValueTextEquals("request_id"u8))
            {
                reader.Read();
                id = RequestId.Parse(reader.ValueSpan);
            }
            else if (reader.ValueTextEquals("retry_after"u8))
            {
                reader.Read();
                retryAfter = Duration.FromSeconds(reader.GetInt32());
            }
            else if (reader.ValueTextEquals("fields"u8))
            {
                reader.Read();
                while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
                {
                    var name = reader.GetString()!;
                    reader.Read();
                    fields.Add(
                        reader.TokenType == JsonTokenType.Number
                            ? new(name, reader.GetInt64())
                            : new(name, reader.GetString())
                    );
                }
            }
            else if (reader.ValueTextEquals("errors"u8))
            {
                reader.Read();
                while (reader.Read() && reader.TokenType == JsonTokenType.StartObject)
                {
                    errors.Add(ReadError(ref reader));
                }
            }
        }

        return new ProblemDocument
        {
            Type = type!,
            Title = title,
            Status = status,
            Detail = detail,
            Instance = instance,
            Kind = kind,
            Code = code,
            RequestId = id,
            Fields = fields,
            Errors = errors,
            RetryAfter = retryAfter,
        };
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
                reader.Read();
                pointer = reader.GetString()!;
            }
            else if (reader.ValueTextEquals("code"u8))
            {
                reader.Read();
                code = reader.GetString()!;
            }
            else
            {
                reader.Read();
                message = reader.GetString()!;
            }
        }

        return new FieldError(pointer, code, message);
    }
}
