using Common.Abstractions;
using Common.Context;
using Common.Exceptions;
using NodaTime;

namespace Common.Benchmarks.Exceptions;

/// <summary>The problem document that is written and read.</summary>
internal static class Problems
{
    public static readonly RequestId Id = RequestId.Parse(
        "req-550e8400-e29b-41d4-a716-446655440000"
    );

    public static readonly ProblemDocument Document = ProblemDocument.From(
        new ServiceException(ErrorKind.InvalidArgument, "order.invalid", "The order is not valid.")
        {
            Fields = [new("order_id", 42), new("shop", "eu")],
            Errors =
            [
                new FieldError("/items/0/sku", "required", "A SKU is needed."),
                new FieldError("/items/0/count", "range", "The count must be from 1 to 100."),
            ],
            RetryAfter = Duration.FromSeconds(2),
        },
        Id
    );
}
