using Common.Abstractions;
using NodaTime;

namespace Common.Exceptions.Tests;

/// <summary>Errors as a service declares them.</summary>
internal static partial class SampleErrors
{
    [Error("order.not_found", ErrorKind.NotFound, "There is no order {orderId} in {{{shop}}}.")]
    public static partial ServiceException OrderNotFound(
        long orderId,
        string shop,
        [Internal] int? rowVersion = null,
        Exception? cause = null
    );

    [Error("order.invalid", ErrorKind.InvalidArgument, "The order is not valid.")]
    public static partial ServiceException OrderInvalid(params IReadOnlyList<FieldError> errors);

    [Error("order.limited", ErrorKind.ResourceExhausted, "Only {limit} orders a day.")]
    public static partial ServiceException OrderLimited(decimal limit, Duration? retryAfter);

    [Error("order.marked", ErrorKind.Internal, "A | B, *C*, `D`, <e>, [f] and \\.")]
    public static partial ServiceException OrderMarked();

    [Deprecated("0.9", Reason = "Nobody is told so.")]
    [Error("order.old", ErrorKind.Internal, "It is old.")]
    public static partial ServiceException OrderOld();
}
