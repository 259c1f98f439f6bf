using Common.Abstractions;
using NodaTime;

namespace Common.Exceptions;

/// <summary>The errors that every service has. Their public messages tell nothing internal.</summary>
public static class CommonErrors
{
    /// <summary>A failure that nobody declared.</summary>
    /// <param name="cause">What happened, for the log.</param>
    /// <param name="detail">What only the log may say.</param>
    /// <returns><c>internal.error</c>, <see cref="ErrorKind.Internal"/>.</returns>
    public static ServiceException InternalError(Exception? cause = null, string? detail = null) =>
        new(
            ErrorKind.Internal,
            "internal.error",
            "Something went wrong in the service. Its operators find the reason under the request ID.",
            detail,
            cause
        );

    /// <summary>A dependency answered with an error that is not the caller's.</summary>
    /// <param name="cause">What it answered, for the log.</param>
    /// <param name="detail">What only the log may say.</param>
    /// <returns><c>dependency.failed</c>, <see cref="ErrorKind.Internal"/>.</returns>
    public static ServiceException DependencyFailed(
        Exception? cause = null,
        string? detail = null
    ) =>
        new(
            ErrorKind.Internal,
            "dependency.failed",
            "Something went wrong behind the service. Its operators find the reason under the request ID.",
            detail,
            cause
        );

    /// <summary>A dependency cannot be reached or cannot work now.</summary>
    /// <param name="cause">What happened, for the log.</param>
    /// <param name="detail">What only the log may say.</param>
    /// <param name="retryAfter">When to try again, if it is known.</param>
    /// <returns><c>dependency.unavailable</c>, <see cref="ErrorKind.Unavailable"/>.</returns>
    public static ServiceException DependencyUnavailable(
        Exception? cause = null,
        string? detail = null,
        Duration? retryAfter = null
    ) =>
        new(
            ErrorKind.Unavailable,
            "dependency.unavailable",
            "The service cannot do this at the moment. Try again later.",
            detail,
            cause
        )
        {
            RetryAfter = retryAfter,
        };

    /// <summary>The service is stopping.</summary>
    /// <param name="cause">What was cut short, for the log.</param>
    /// <returns><c>service.stopping</c>, <see cref="ErrorKind.Unavailable"/>.</returns>
    public static ServiceException ServiceStopping(Exception? cause = null) =>
        new(
            ErrorKind.Unavailable,
            "service.stopping",
            "The service is stopping. Try again later.",
            innerException: cause
        );

    /// <summary>Time was up.</summary>
    /// <param name="cause">What was cut short, for the log.</param>
    /// <param name="detail">What only the log may say.</param>
    /// <returns><c>deadline.exceeded</c>, <see cref="ErrorKind.DeadlineExceeded"/>.</returns>
    public static ServiceException DeadlineExceeded(
        Exception? cause = null,
        string? detail = null
    ) =>
        new(
            ErrorKind.DeadlineExceeded,
            "deadline.exceeded",
            "The request took longer than it may.",
            detail,
            cause
        );

    /// <summary>The caller went away.</summary>
    /// <param name="cause">What was cut short, for the log.</param>
    /// <param name="detail">What only the log may say.</param>
    /// <returns><c>request.cancelled</c>, <see cref="ErrorKind.Cancelled"/>.</returns>
    public static ServiceException RequestCancelled(
        Exception? cause = null,
        string? detail = null
    ) => new(ErrorKind.Cancelled, "request.cancelled", "The request was cancelled.", detail, cause);

    /// <summary>The request cannot be read.</summary>
    /// <param name="cause">What happened, for the log.</param>
    /// <returns><c>request.malformed</c>, <see cref="ErrorKind.InvalidArgument"/>.</returns>
    public static ServiceException RequestMalformed(Exception? cause = null) =>
        new(
            ErrorKind.InvalidArgument,
            "request.malformed",
            "The request cannot be read.",
            innerException: cause
        );

    /// <summary>The request was read, and fields of it are wrong.</summary>
    /// <param name="errors">What is wrong, field by field.</param>
    /// <returns><c>request.invalid</c>, <see cref="ErrorKind.InvalidArgument"/>.</returns>
    public static ServiceException RequestInvalid(IEnumerable<FieldError> errors) =>
        new(ErrorKind.InvalidArgument, "request.invalid", "The request is not valid.")
        {
            Errors = [.. errors],
        };

    /// <summary>Another unit of work was in the way, and this one was rolled back.</summary>
    /// <param name="cause">What happened, for the log.</param>
    /// <returns><c>transaction.aborted</c>, <see cref="ErrorKind.Aborted"/>.</returns>
    public static ServiceException TransactionAborted(Exception? cause = null) =>
        new(
            ErrorKind.Aborted,
            "transaction.aborted",
            "Another request was in the way. Nothing was changed; try again.",
            innerException: cause
        );

    /// <summary>A commit broke off: it may have happened or not.</summary>
    /// <param name="cause">What happened, for the log.</param>
    /// <returns><c>outcome.unknown</c>, <see cref="ErrorKind.Unknown"/>.</returns>
    public static ServiceException OutcomeUnknown(Exception? cause = null) =>
        new(
            ErrorKind.Unknown,
            "outcome.unknown",
            "The service cannot tell whether the request was carried out. Look before you repeat it.",
            innerException: cause
        );
}
