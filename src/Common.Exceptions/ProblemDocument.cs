using System.Buffers;
using System.Diagnostics.CodeAnalysis;
using System.Text.Encodings.Web;
using System.Text.Json;
using Common.Abstractions;
using Common.Context;
using Common.Exceptions.Internal;
using NodaTime;

namespace Common.Exceptions;

/// <summary>An error as it goes over the wire: problem details of RFC 9457, with members of our own. Immutable and thread-safe.</summary>
/// <remarks>
/// Our own members (RFC 9457, section 3.2) are <c>kind</c>, <c>code</c>, <c>request_id</c>, <c>fields</c>, <c>errors</c> and
/// <c>retry_after</c> (seconds). The fields that an error declares lie in <c>fields</c>, so that they cannot collide with anything.
/// Read and written without reflection.
/// </remarks>
public sealed class ProblemDocument
{
    /// <summary>The media type.</summary>
    public const string MediaType = "application/problem+json";

    /// <summary>The greatest length of a document that is read, in bytes.</summary>
    public const int MaxLength = 65_536;

    /// <summary>The greatest length of a text that is read, in characters; a longer one is cut.</summary>
    public const int MaxTextLength = 2_048;

    /// <summary>The greatest number of wrong fields, and of public fields, that are read; what follows is left out.</summary>
    public const int MaxItems = 100;

    /// <summary>The type of a problem that is told by its status and code alone.</summary>
    public const string BlankType = "about:blank";

    // The document is sent as JSON and never into HTML, so that quotes and letters of any script stay legible.
    private static readonly JsonWriterOptions WriterOptions = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        SkipValidation = true,
    };

    /// <summary>The type of the problem.</summary>
    /// <value>A URI reference; <see cref="BlankType"/> by default.</value>
    public string Type { get; init; } = BlankType;

    /// <summary>The title of the type.</summary>
    /// <value>The phrase of the status by default in what we write; <see langword="null"/> where a document has none.</value>
    public string? Title { get; init; }

    /// <summary>The HTTP status.</summary>
    /// <value>0 where a document has none.</value>
    public int Status { get; init; }

    /// <summary>What the caller may read about this occurrence.</summary>
    /// <value>A sentence, or <see langword="null"/>.</value>
    public string? Detail { get; init; }

    /// <summary>The occurrence.</summary>
    /// <value>A URI reference, or <see langword="null"/>; in what we write <c>urn:uuid:</c> and the request ID.</value>
    public string? Instance { get; init; }

    /// <summary>The kind of the failure, which the status alone does not tell.</summary>
    /// <value>A declared kind, or <see langword="null"/> in a foreign document.</value>
    public ErrorKind? Kind { get; init; }

    /// <summary>The stable code.</summary>
    /// <value>In the form of <see cref="ErrorCode"/>, or <see langword="null"/> in a foreign document.</value>
    public string? Code { get; init; }

    /// <summary>The request that failed, for whoever asks the operators.</summary>
    /// <value><see cref="RequestId.None"/> where a document has none.</value>
    public RequestId RequestId { get; init; }

    /// <summary>What the error speaks of.</summary>
    /// <value>Empty by default.</value>
    public IReadOnlyList<ErrorField> Fields { get; init; } = [];

    /// <summary>What is wrong with the request, field by field.</summary>
    /// <value>Empty by default.</value>
    public IReadOnlyList<FieldError> Errors { get; init; } = [];

    /// <summary>When the caller may try again, from now.</summary>
    /// <value><see langword="null"/> where nothing is known. Written in whole seconds, rounded up.</value>
    public Duration? RetryAfter { get; init; }

    /// <summary>Tells an error to a caller: its public side, and nothing else.</summary>
    /// <param name="error">The error.</param>
    /// <param name="requestId">The request, or <see cref="RequestId.None"/>.</param>
    /// <param name="status">The status, where it says more than that of the kind, such as 413; else <see langword="null"/>.</param>
    /// <returns>The document.</returns>
    public static ProblemDocument From(
        ServiceException error,
        RequestId requestId,
        int? status = null
    )
    {
        ArgumentNullException.ThrowIfNull(error);
        var sent = status ?? error.Kind.ToHttpStatus();
        return new ProblemDocument
        {
            Title = ErrorKindNames.ToTitle(sent),
            Status = sent,
            Detail = error.PublicMessage,
            Instance = requestId.IsNone
                ? null
                : string.Concat("urn:uuid:", requestId.ToString().AsSpan(4)),
            Kind = error.Kind,
            Code = error.Code,
            RequestId = requestId,
            Fields = error.Fields,
            Errors = error.Errors,
            RetryAfter = error.RetryAfter,
        };
    }

    /// <summary>Reads a document. Never throws, and costs at most <see cref="MaxLength"/> bytes of reading.</summary>
    /// <param name="utf8">The body.</param>
    /// <param name="document">The document, or <see langword="null"/> when this method returns <see langword="false"/>.</param>
    /// <returns>
    /// <see langword="true"/> if <paramref name="utf8"/> is one JSON object of at most <see cref="MaxLength"/> bytes that is nested at
    /// most 16 levels deep. Members of another type than theirs are left out (RFC 9457, section 3.1).
    /// </returns>
    public static bool TryRead(
        ReadOnlySpan<byte> utf8,
        [NotNullWhen(true)] out ProblemDocument? document
    ) => ProblemReader.TryRead(utf8, out document);

    /// <summary>Writes the document as one JSON object.</summary>
    /// <param name="output">Where to.</param>
    public void Write(IBufferWriter<byte> output)
    {
        using var writer = new Utf8JsonWriter(output, WriterOptions);
        Write(writer);
    }

    /// <summary>Writes the document as one JSON object.</summary>
    /// <param name="writer">Where to; flushed by the caller.</param>
    public void Write(Utf8JsonWriter writer)
    {
        ArgumentNullException.ThrowIfNull(writer);
        ProblemWriter.Write(writer, this);
    }

    /// <summary>Gives the document as UTF-8.</summary>
    /// <returns>One JSON object.</returns>
    public byte[] ToUtf8Bytes()
    {
        var output = new ArrayBufferWriter<byte>(512);
        Write(output);
        return output.WrittenSpan.ToArray();
    }

    /// <summary>Gives back the error that the document tells of.</summary>
    /// <param name="status">The status of the answer that carried the document; it decides over the document's own.</param>
    /// <param name="isIdempotent">Whether the call may be repeated without doing its work twice.</param>
    /// <returns>
    /// The declared error, field by field, where the document is ours; else an error of the kind that the status says, with the code
    /// <c>http.status_</c> and the status.
    /// </returns>
    public ServiceException ToException(int status, bool isIdempotent)
    {
        var byStatus = AnswerStatus.ToKind(status, isIdempotent);
        var kind =
            Kind is { } told && (told == byStatus || told.ToHttpStatus() == status)
                ? told
                : byStatus;
        var message = string.IsNullOrWhiteSpace(Detail) ? Title : Detail;
        return new ServiceException(
            kind,
            Code ?? AnswerStatus.ToCode(status),
            string.IsNullOrWhiteSpace(message) ? ErrorKindNames.ToTitle(status) + "." : message
        )
        {
            Fields = Fields,
            Errors = Errors,
            RetryAfter = RetryAfter,
        };
    }

    internal ProblemDocument WithRetryAfter(Duration? retryAfter) =>
        new()
        {
            Type = Type,
            Title = Title,
            Status = Status,
            Detail = Detail,
            Instance = Instance,
            Kind = Kind,
            Code = Code,
            RequestId = RequestId,
            Fields = Fields,
            Errors = Errors,
            RetryAfter = retryAfter,
        };
}
