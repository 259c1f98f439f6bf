using Common.Abstractions;
using Common.Exceptions;

namespace Common.Benchmarks.Exceptions;

internal static partial class SampleErrors
{
    [Error("order.not_found", ErrorKind.NotFound, "There is no order {orderId}.")]
    public static partial ServiceException OrderNotFound(long orderId);
}
