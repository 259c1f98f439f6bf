using Common.Abstractions;
using NodaTime;

namespace Common.Exceptions;

/// <summary>The errors that every service has. Their public messages tell nothing internal.</summary>
public static partial class CommonErrors
{
    /// <summary>A failure that nobody declared.</summary>
    /// <param name="cause">What happened, for the log.</param>
    /// <param name="detail">What only the log may say.</param>
    /// <returns>The error, not yet thrown.</returns>
    [Error(
        "internal.error",
        ErrorKind.Internal,
        "Something went wrong in the service. Its operators find the reason under the request ID."
    )]
    public static partial ServiceException InternalError(
        Exception? cause = null,
        [Internal] string? detail = null
    );

    /// <summary>A dependency answered with an error that is not the caller's.</summary>
    /// <param name="cause">What it answered, for the log.</param>
    /// <param name="detail">What only the log may say.</param>
    /// <returns>The error, not yet thrown.</returns>
    [Error(
        "dependency.failed",
        ErrorKind.Internal,
        "Something went wrong behind the service. Its operators find the reason under the request ID."
    )]
    public static partial ServiceException DependencyFailed(
        Exception? cause = null,
        [Internal] string? detail = null
    );

    /// <summary>A dependency cannot be reached or cannot work now.</summary>
    /// <param name="cause">What happened, for the log.</param>
    /// <param name="detail">What only the log may say.</param>
    /// <param name="retryAfter">When to try again, if it is known.</param>
    /// <returns>The error, not yet thrown.</returns>
    [Error(
        "dependency.unavailable",
        ErrorKind.Unavailable,
        "The service cannot do this at the moment. Try again later."
    )]
    public static partial ServiceException DependencyUnavailable(
        Exception? cause = null,
        [Internal] string? detail = null,
        Duration? retryAfter = null
    );

    /// <summary>The service is stopping.</summary>
    /// <param name="cause">What was cut short, for the log.</param>
    /// <returns>The error, not yet thrown.</returns>
    [Error("service.stopping", ErrorKind.Unavailable, "The service is stopping. Try again later.")]
    public static partial ServiceException ServiceStopping(Exception? cause = null);

    /// <summary>Time was up.</summary>
    /// <param name="cause">What was cut short, for the log.</param>
    /// <param name="detail">What only the log may say.</param>
    /// <returns>The error, not yet thrown.</returns>
    [Error("deadline.exceeded", ErrorKind.DeadlineExceeded, "The request took longer than it may.")]
    public static partial ServiceException DeadlineExceeded(
        Exception? cause = null,
        [Internal] string? detail = null
    );

    /// <summary>The caller went away.</summary>
    /// <param name="cause">What was cut short, for the log.</param>
    /// <param name="detail">What only the log may say.</param>
    /// <returns>The error, not yet thrown.</returns>
    [Error("request.cancelled", ErrorKind.Cancelled, "The request was cancelled.")]
    public static partial ServiceException RequestCancelled(
        Exception? cause = null,
        [Internal] string? detail = null
    );

    /// <summary>The request cannot be read.</summary>
    /// <param name="cause">What happened, for the log.</param>
    /// <returns>The error, not yet thrown.</returns>
    [Error("request.malformed", ErrorKind.InvalidArgument, "The request cannot be read.")]
    public static partial ServiceException RequestMalformed(Exception? cause = null);

    /// <summary>The request was read, and fields of it are wrong.</summary>
    /// <param name="errors">What is wrong, field by field.</param>
    /// <returns>The error, not yet thrown.</returns>
    [Error("request.invalid", ErrorKind.InvalidArgument, "The request is not valid.")]
    public static partial ServiceException RequestInvalid(IEnumerable<FieldError> errors);

    /// <summary>Another unit of work was in the way, and this one was rolled back.</summary>
    /// <param name="cause">What happened, for the log.</param>
    /// <returns>The error, not yet thrown.</returns>
    [Error(
        "transaction.aborted",
        ErrorKind.Aborted,
        "Another request was in the way. Nothing was changed; try again."
    )]
    public static partial ServiceException TransactionAborted(Exception? cause = null);

    /// <summary>A commit broke off: it may have happened or not.</summary>
    /// <param name="cause">What happened, for the log.</param>
    /// <returns>The error, not yet thrown.</returns>
    [Error(
        "outcome.unknown",
        ErrorKind.Unknown,
        "The service cannot tell whether the request was carried out. Look before you repeat it."
    )]
    public static partial ServiceException OutcomeUnknown(Exception? cause = null);
}
