using Common.Abstractions;
using Common.Exceptions;
using NodaTime;

namespace Relay;

/// <summary>A declared error of every kind, each with public fields, wrong fields, an internal field and a cause.</summary>
internal static partial class KindErrors
{
    /// <summary>The codes of all of them.</summary>
    public static string[] All { get; } =
    [
        Codes.Cancelled,
        Codes.Unknown,
        Codes.InvalidArgument,
        Codes.DeadlineExceeded,
        Codes.NotFound,
        Codes.AlreadyExists,
        Codes.PermissionDenied,
        Codes.ResourceExhausted,
        Codes.FailedPrecondition,
        Codes.Aborted,
        Codes.OutOfRange,
        Codes.Unimplemented,
        Codes.Internal,
        Codes.Unavailable,
        Codes.DataLoss,
        Codes.Unauthenticated,
    ];

    /// <summary>Makes the error of a kind.</summary>
    public static ServiceException Of(ErrorKind kind)
    {
        FieldError[] errors =
        [
            new("/items/0/sku", "field.required", "It is needed."),
            new("/total", "field.range", "It is too large."),
        ];
        var cause = Defects.Of("invalid");
        return kind switch
        {
            ErrorKind.Cancelled => Cancelled(42, 129.95m, errors, Defects.Secret, cause),
            ErrorKind.Unknown => Unknown(42, 129.95m, errors, Defects.Secret, cause),
            ErrorKind.InvalidArgument => InvalidArgument(
                42,
                129.95m,
                errors,
                Defects.Secret,
                cause
            ),
            ErrorKind.DeadlineExceeded => DeadlineExceeded(
                42,
                129.95m,
                errors,
                Defects.Secret,
                cause
            ),
            ErrorKind.NotFound => NotFound(42, 129.95m, errors, Defects.Secret, cause),
            ErrorKind.AlreadyExists => AlreadyExists(42, 129.95m, errors, Defects.Secret, cause),
            ErrorKind.PermissionDenied => PermissionDenied(
                42,
                129.95m,
                errors,
                Defects.Secret,
                cause
            ),
            ErrorKind.ResourceExhausted => ResourceExhausted(
                42,
                129.95m,
                errors,
                Defects.Secret,
                cause,
                Later
            ),
            ErrorKind.FailedPrecondition => FailedPrecondition(
                42,
                129.95m,
                errors,
                Defects.Secret,
                cause
            ),
            ErrorKind.Aborted => Aborted(42, 129.95m, errors, Defects.Secret, cause),
            ErrorKind.OutOfRange => OutOfRange(42, 129.95m, errors, Defects.Secret, cause),
            ErrorKind.Unimplemented => Unimplemented(42, 129.95m, errors, Defects.Secret, cause),
            ErrorKind.Internal => Internal(42, 129.95m, errors, Defects.Secret, cause),
            ErrorKind.Unavailable => Unavailable(42, 129.95m, errors, Defects.Secret, cause, Later),
            ErrorKind.DataLoss => DataLoss(42, 129.95m, errors, Defects.Secret, cause),
            ErrorKind.Unauthenticated => Unauthenticated(
                42,
                129.95m,
                errors,
                Defects.Secret,
                cause
            ),
            _ => throw new ArgumentOutOfRangeException(nameof(kind)),
        };
    }

    // Longer than any caller of the tests has time for.
    private static readonly Duration Later = Duration.FromMinutes(10);

    [Error("kind.cancelled", ErrorKind.Cancelled, "It failed for order {orderId}.")]
    public static partial ServiceException Cancelled(
        long orderId,
        decimal total,
        IEnumerable<FieldError> errors,
        [Internal] string place,
        Exception cause
    );

    [Error("kind.unknown", ErrorKind.Unknown, "It failed for order {orderId}.")]
    public static partial ServiceException Unknown(
        long orderId,
        decimal total,
        IEnumerable<FieldError> errors,
        [Internal] string place,
        Exception cause
    );

    [Error("kind.invalid_argument", ErrorKind.InvalidArgument, "It failed for order {orderId}.")]
    public static partial ServiceException InvalidArgument(
        long orderId,
        decimal total,
        IEnumerable<FieldError> errors,
        [Internal] string place,
        Exception cause
    );

    [Error("kind.deadline_exceeded", ErrorKind.DeadlineExceeded, "It failed for order {orderId}.")]
    public static partial ServiceException DeadlineExceeded(
        long orderId,
        decimal total,
        IEnumerable<FieldError> errors,
        [Internal] string place,
        Exception cause
    );

    [Error("kind.not_found", ErrorKind.NotFound, "It failed for order {orderId}.")]
    public static partial ServiceException NotFound(
        long orderId,
        decimal total,
        IEnumerable<FieldError> errors,
        [Internal] string place,
        Exception cause
    );

    [Error("kind.already_exists", ErrorKind.AlreadyExists, "It failed for order {orderId}.")]
    public static partial ServiceException AlreadyExists(
        long orderId,
        decimal total,
        IEnumerable<FieldError> errors,
        [Internal] string place,
        Exception cause
    );

    [Error("kind.permission_denied", ErrorKind.PermissionDenied, "It failed for order {orderId}.")]
    public static partial ServiceException PermissionDenied(
        long orderId,
        decimal total,
        IEnumerable<FieldError> errors,
        [Internal] string place,
        Exception cause
    );

    [Error(
        "kind.resource_exhausted",
        ErrorKind.ResourceExhausted,
        "It failed for order {orderId}."
    )]
    public static partial ServiceException ResourceExhausted(
        long orderId,
        decimal total,
        IEnumerable<FieldError> errors,
        [Internal] string place,
        Exception cause,
        Duration? retryAfter
    );

    [Error(
        "kind.failed_precondition",
        ErrorKind.FailedPrecondition,
        "It failed for order {orderId}."
    )]
    public static partial ServiceException FailedPrecondition(
        long orderId,
        decimal total,
        IEnumerable<FieldError> errors,
        [Internal] string place,
        Exception cause
    );

    [Error("kind.aborted", ErrorKind.Aborted, "It failed for order {orderId}.")]
    public static partial ServiceException Aborted(
        long orderId,
        decimal total,
        IEnumerable<FieldError> errors,
        [Internal] string place,
        Exception cause
    );

    [Error("kind.out_of_range", ErrorKind.OutOfRange, "It failed for order {orderId}.")]
    public static partial ServiceException OutOfRange(
        long orderId,
        decimal total,
        IEnumerable<FieldError> errors,
        [Internal] string place,
        Exception cause
    );

    [Error("kind.unimplemented", ErrorKind.Unimplemented, "It failed for order {orderId}.")]
    public static partial ServiceException Unimplemented(
        long orderId,
        decimal total,
        IEnumerable<FieldError> errors,
        [Internal] string place,
        Exception cause
    );

    [Error("kind.internal", ErrorKind.Internal, "It failed for order {orderId}.")]
    public static partial ServiceException Internal(
        long orderId,
        decimal total,
        IEnumerable<FieldError> errors,
        [Internal] string place,
        Exception cause
    );

    [Error("kind.unavailable", ErrorKind.Unavailable, "It failed for order {orderId}.")]
    public static partial ServiceException Unavailable(
        long orderId,
        decimal total,
        IEnumerable<FieldError> errors,
        [Internal] string place,
        Exception cause,
        Duration? retryAfter
    );

    [Error("kind.data_loss", ErrorKind.DataLoss, "It failed for order {orderId}.")]
    public static partial ServiceException DataLoss(
        long orderId,
        decimal total,
        IEnumerable<FieldError> errors,
        [Internal] string place,
        Exception cause
    );

    [Error("kind.unauthenticated", ErrorKind.Unauthenticated, "It failed for order {orderId}.")]
    public static partial ServiceException Unauthenticated(
        long orderId,
        decimal total,
        IEnumerable<FieldError> errors,
        [Internal] string place,
        Exception cause
    );
}
