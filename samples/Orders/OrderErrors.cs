using Common.Abstractions;
using Common.Exceptions;

namespace Orders;

/// <summary>Every error of Orders, declared once.</summary>
internal static partial class OrderErrors
{
    [Error("order.not_found", ErrorKind.NotFound, "There is no order {orderId}.")]
    public static partial ServiceException NotFound(Guid orderId);

    [Error("order.invalid", ErrorKind.InvalidArgument, "The order is not valid.")]
    public static partial ServiceException Invalid(IEnumerable<FieldError> errors);

    [Error(
        "storage.unavailable",
        ErrorKind.Unavailable,
        "Orders cannot be stored or read at the moment. Try again later."
    )]
    public static partial ServiceException StorageUnavailable(Exception cause);

    [Error("storage.corrupt", ErrorKind.DataLoss, "The stored orders cannot be read.")]
    public static partial ServiceException StorageCorrupt(Exception cause);
}
