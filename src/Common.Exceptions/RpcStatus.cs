using System.Globalization;
using Common.Abstractions;
using Common.Context;
using Common.Exceptions.Internal;
using NodaTime;

namespace Common.Exceptions;

/// <summary>An error as gRPC tells it: google.rpc.Status and its standard details, as plain values. Immutable and thread-safe.</summary>
/// <remarks>
/// Which details there are follows google.rpc.error_details: ErrorInfo (<see cref="Reason"/>, <see cref="Metadata"/>), BadRequest
/// (<see cref="Violations"/>), RetryInfo (<see cref="RetryDelay"/>) and RequestInfo (<see cref="RequestId"/>). Whoever has the
/// generated messages copies these values into them, and back.
/// </remarks>
public sealed record RpcStatus
{
    /// <summary>The key of <see cref="Metadata"/> that holds the stable code.</summary>
    public const string CodeKey = "code";

    // A public field that is called as the key is; no field's own name begins so.
    private const string CodeField = "_code";

    /// <summary>The status code.</summary>
    /// <value>A number of google.rpc.Code, from 1.</value>
    public required int Code { get; init; }

    /// <summary>What the caller may read.</summary>
    /// <value>One sentence; empty where a foreign status has none.</value>
    public string Message { get; init; } = "";

    /// <summary>The reason of ErrorInfo.</summary>
    /// <value>The stable code in the form that ErrorInfo prescribes, such as <c>ORDER_NOT_FOUND</c>; empty where there is none.</value>
    public string Reason { get; init; } = "";

    /// <summary>The metadata of ErrorInfo: the stable code under <see cref="CodeKey"/>, and the public fields as texts; one called <c>code</c> is <c>_code</c>.</summary>
    /// <value>Empty by default.</value>
    public IReadOnlyDictionary<string, string> Metadata { get; init; } =
        new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>The field violations of BadRequest.</summary>
    /// <value>Empty by default.</value>
    public IReadOnlyList<FieldError> Violations { get; init; } = [];

    /// <summary>The delay of RetryInfo.</summary>
    /// <value><see langword="null"/> where nothing is known.</value>
    public Duration? RetryDelay { get; init; }

    /// <summary>The request of RequestInfo.</summary>
    /// <value><see cref="RequestId.None"/> where there is none.</value>
    public RequestId RequestId { get; init; }

    /// <summary>Tells an error to a caller: its public side, and nothing else.</summary>
    /// <param name="error">The error.</param>
    /// <param name="requestId">The request, or <see cref="RequestId.None"/>.</param>
    /// <returns>The status.</returns>
    public static RpcStatus From(ServiceException error, RequestId requestId)
    {
        ArgumentNullException.ThrowIfNull(error);
        var metadata = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            [CodeKey] = error.Code,
        };
        foreach (var (name, value) in error.Fields)
        {
            metadata.TryAdd(name == CodeKey ? CodeField : name, value.ToString());
        }

        return new RpcStatus
        {
            Code = error.Kind.ToGrpcCode(),
            Message = error.PublicMessage,
            Reason = error.Code.Replace('.', '_').ToUpperInvariant(),
            Metadata = metadata,
            Violations = error.Errors,
            RetryDelay = error.RetryAfter,
            RequestId = requestId,
        };
    }

    /// <summary>Gives back the error that the status tells of.</summary>
    /// <returns>
    /// The declared error with its fields as texts, where the status is ours; else an error of the kind that <see cref="Code"/> says,
    /// with the code <c>grpc.status_</c> and the number.
    /// </returns>
    /// <exception cref="InvalidOperationException"><see cref="Code"/> is 0, which is no error.</exception>
    public ServiceException ToException()
    {
        if (Code == 0)
        {
            throw new InvalidOperationException("Code 0 is OK, which is no error.");
        }

        var isOurs = Metadata.TryGetValue(CodeKey, out var code) && ErrorCode.IsValid(code);
        return new ServiceException(
            ErrorKindExtensions.FromGrpcCode(Code),
            isOurs
                ? code!
                : string.Create(CultureInfo.InvariantCulture, $"grpc.status_{(uint)Code}"),
            string.IsNullOrWhiteSpace(Message) ? "The call failed." : BoundedText.Cut(Message)
        )
        {
            Fields =
            [
                .. Metadata
                    .Where(pair => pair.Key != CodeKey)
                    .Take(ProblemDocument.MaxItems)
                    .Select(pair => new ErrorField(
                        isOurs && pair.Key == CodeField ? CodeKey : pair.Key,
                        pair.Value
                    )),
            ],
            Errors = [.. Violations.Take(ProblemDocument.MaxItems)],
            RetryAfter = RetryDelay,
        };
    }
}
