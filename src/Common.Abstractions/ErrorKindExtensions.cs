namespace Common.Abstractions;

/// <summary>The table that gives each <see cref="ErrorKind"/> its statuses, its event kind and its retry advice.</summary>
/// <remarks>The HTTP mapping is that of google.rpc.Code. All members are thread-safe.</remarks>
public static class ErrorKindExtensions
{
    /// <summary>Gives the HTTP status code of a kind.</summary>
    /// <param name="kind">A declared kind.</param>
    /// <returns>A status from 400 to 504, both included.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="kind"/> is not a declared kind.</exception>
    public static int ToHttpStatus(this ErrorKind kind) =>
        kind switch
        {
            ErrorKind.InvalidArgument or ErrorKind.FailedPrecondition or ErrorKind.OutOfRange =>
                400,
            ErrorKind.Unauthenticated => 401,
            ErrorKind.PermissionDenied => 403,
            ErrorKind.NotFound => 404,
            ErrorKind.AlreadyExists or ErrorKind.Aborted => 409,
            ErrorKind.ResourceExhausted => 429,
            ErrorKind.Cancelled => 499,
            ErrorKind.Unknown or ErrorKind.Internal or ErrorKind.DataLoss => 500,
            ErrorKind.Unimplemented => 501,
            ErrorKind.Unavailable => 503,
            ErrorKind.DeadlineExceeded => 504,
            _ => throw Undeclared(kind),
        };

    /// <summary>Gives the gRPC status code of a kind, which is its number in google.rpc.Code.</summary>
    /// <param name="kind">A declared kind.</param>
    /// <returns>A code from 1 to 16, both included.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="kind"/> is not a declared kind.</exception>
    public static int ToGrpcCode(this ErrorKind kind) =>
        kind is >= ErrorKind.Cancelled and <= ErrorKind.Unauthenticated
            ? (int)kind
            : throw Undeclared(kind);

    /// <summary>Gives the kind of the terminal record that a failure of this kind is logged as.</summary>
    /// <param name="kind">A declared kind.</param>
    /// <returns><see cref="EventKind.Rejected"/> where the caller was at fault or went away, else <see cref="EventKind.Failed"/>.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="kind"/> is not a declared kind.</exception>
    public static EventKind ToEventKind(this ErrorKind kind) =>
        kind.ToHttpStatus() < 500 ? EventKind.Rejected : EventKind.Failed;

    /// <summary>Says whether a failure of this kind may be tried again.</summary>
    /// <param name="kind">A declared kind.</param>
    /// <returns>The advice of the table.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="kind"/> is not a declared kind.</exception>
    public static RetryAdvice ToRetryAdvice(this ErrorKind kind) =>
        kind switch
        {
            ErrorKind.Aborted => RetryAdvice.WholeUnitOfWork,
            ErrorKind.ResourceExhausted => RetryAdvice.AfterRetryAfter,
            ErrorKind.Unavailable => RetryAdvice.WithBackoff,
            ErrorKind.DeadlineExceeded => RetryAdvice.WhileDeadlineAllows,
            >= ErrorKind.Cancelled and <= ErrorKind.Unauthenticated => RetryAdvice.Never,
            _ => throw Undeclared(kind),
        };

    /// <summary>Reads a kind back from an HTTP status alone.</summary>
    /// <param name="status">A status from 400 to 599, both included.</param>
    /// <param name="isIdempotent">Whether the call may be repeated without doing its work twice.</param>
    /// <returns>
    /// The kind of the table; <see cref="ErrorKind.FailedPrecondition"/> for any other 4xx. For any other 5xx
    /// <see cref="ErrorKind.Internal"/>, or <see cref="ErrorKind.Unknown"/> where the call was not idempotent.
    /// </returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="status"/> is below 400 or above 599.</exception>
    public static ErrorKind FromHttpStatus(int status, bool isIdempotent) =>
        status switch
        {
            400 => ErrorKind.InvalidArgument,
            401 => ErrorKind.Unauthenticated,
            403 => ErrorKind.PermissionDenied,
            404 => ErrorKind.NotFound,
            409 => ErrorKind.AlreadyExists,
            429 => ErrorKind.ResourceExhausted,
            499 => ErrorKind.Cancelled,
            501 => ErrorKind.Unimplemented,
            503 => ErrorKind.Unavailable,
            504 => ErrorKind.DeadlineExceeded,
            >= 400 and <= 499 => ErrorKind.FailedPrecondition,
            >= 500 and <= 599 => isIdempotent ? ErrorKind.Internal : ErrorKind.Unknown,
            _ => throw new ArgumentOutOfRangeException(
                nameof(status),
                status,
                "An error's status is from 400 to 599."
            ),
        };

    /// <summary>Reads a kind back from a gRPC status code.</summary>
    /// <param name="code">A code from 1 to 16, both included; 0 is no error.</param>
    /// <returns>The kind with that number, or <see cref="ErrorKind.Unknown"/> for a number that google.rpc.Code does not define.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="code"/> is 0.</exception>
    public static ErrorKind FromGrpcCode(int code) =>
        code switch
        {
            0 => throw new ArgumentOutOfRangeException(
                nameof(code),
                code,
                "Code 0 is OK, which is no error."
            ),
            >= 1 and <= 16 => (ErrorKind)code,
            _ => ErrorKind.Unknown,
        };

    private static ArgumentOutOfRangeException Undeclared(ErrorKind kind) =>
        new(nameof(kind), kind, "This is not a declared error kind.");
}
