using Common.Abstractions;
using Common.Exceptions;

namespace Inventory;

/// <summary>Every error of Inventory, declared once.</summary>
internal static partial class StockErrors
{
    [Error("sku.unknown", ErrorKind.NotFound, "There is no article {sku}.")]
    public static partial ServiceException UnknownSku(string sku);

    [Error(
        "stock.insufficient",
        ErrorKind.FailedPrecondition,
        "Only {available} pieces of {sku} are left."
    )]
    public static partial ServiceException Insufficient(string sku, int available);

    [Error(
        "reservation.too_large",
        ErrorKind.InvalidArgument,
        "One reservation takes at most {limit} pieces."
    )]
    public static partial ServiceException TooLarge(int limit);

    [Error("reservation.invalid", ErrorKind.InvalidArgument, "The reservation is not valid.")]
    public static partial ServiceException Invalid(IEnumerable<FieldError> errors);

    [Error(
        "storage.unavailable",
        ErrorKind.Unavailable,
        "The stock cannot be read or changed at the moment. Try again later."
    )]
    public static partial ServiceException StorageUnavailable(Exception cause);

    [Error("storage.corrupt", ErrorKind.DataLoss, "The stored stock cannot be read.")]
    public static partial ServiceException StorageCorrupt(Exception cause);
}
