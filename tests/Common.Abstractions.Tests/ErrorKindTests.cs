using System.Globalization;

namespace Common.Abstractions.Tests;

/// <summary>The whole table of kinds, written out a second time.</summary>
public sealed class ErrorKindTests
{
    public static TheoryData<ErrorKind, int, int, EventKind, RetryAdvice> Table =>
        new()
        {
            { ErrorKind.InvalidArgument, 400, 3, EventKind.Rejected, RetryAdvice.Never },
            { ErrorKind.FailedPrecondition, 400, 9, EventKind.Rejected, RetryAdvice.Never },
            { ErrorKind.OutOfRange, 400, 11, EventKind.Rejected, RetryAdvice.Never },
            { ErrorKind.Unauthenticated, 401, 16, EventKind.Rejected, RetryAdvice.Never },
            { ErrorKind.PermissionDenied, 403, 7, EventKind.Rejected, RetryAdvice.Never },
            { ErrorKind.NotFound, 404, 5, EventKind.Rejected, RetryAdvice.Never },
            { ErrorKind.AlreadyExists, 409, 6, EventKind.Rejected, RetryAdvice.Never },
            { ErrorKind.Aborted, 409, 10, EventKind.Rejected, RetryAdvice.WholeUnitOfWork },
            {
                ErrorKind.ResourceExhausted,
                429,
                8,
                EventKind.Rejected,
                RetryAdvice.AfterRetryAfter
            },
            { ErrorKind.Cancelled, 499, 1, EventKind.Rejected, RetryAdvice.Never },
            { ErrorKind.Unknown, 500, 2, EventKind.Failed, RetryAdvice.Never },
            { ErrorKind.Internal, 500, 13, EventKind.Failed, RetryAdvice.Never },
            { ErrorKind.DataLoss, 500, 15, EventKind.Failed, RetryAdvice.Never },
            { ErrorKind.Unimplemented, 501, 12, EventKind.Failed, RetryAdvice.Never },
            { ErrorKind.Unavailable, 503, 14, EventKind.Failed, RetryAdvice.WithBackoff },
            {
                ErrorKind.DeadlineExceeded,
                504,
                4,
                EventKind.Failed,
                RetryAdvice.WhileDeadlineAllows
            },
        };

    [Theory]
    [MemberData(nameof(Table))]
    public void Kind_decides_status_level_and_retry(
        ErrorKind kind,
        int http,
        int grpc,
        EventKind logged,
        RetryAdvice retry
    )
    {
        Assert.Equal(http, kind.ToHttpStatus());
        Assert.Equal(grpc, kind.ToGrpcCode());
        Assert.Equal(logged, kind.ToEventKind());
        Assert.Equal(retry, kind.ToRetryAdvice());
        Assert.Equal(kind, ErrorKindExtensions.FromGrpcCode(grpc));
    }

    [Fact]
    public void Table_has_every_kind_once() =>
        Assert.Equal(
            Enum.GetValues<ErrorKind>().Order(),
            Table.Select(row => row.Data.Item1).Order()
        );

    [Theory]
    [InlineData(0)]
    [InlineData(17)]
    [InlineData(-1)]
    public void Undeclared_kind_is_rejected_by_every_column(int number)
    {
        var kind = (ErrorKind)number;
        foreach (
            var column in (Action[])
                [
                    () => kind.ToHttpStatus(),
                    () => kind.ToGrpcCode(),
                    () => kind.ToEventKind(),
                    () => kind.ToRetryAdvice(),
                ]
        )
        {
            var error = Assert.Throws<ArgumentOutOfRangeException>(column);
            Assert.StartsWith(
                "This is not a declared error kind. (Parameter 'kind')",
                error.Message,
                StringComparison.Ordinal
            );
        }
    }

    public static TheoryData<int, ErrorKind, ErrorKind> Statuses
    {
        get
        {
            var table = new TheoryData<int, ErrorKind, ErrorKind>();
            for (var status = 400; status <= 599; status++)
            {
                ErrorKind? known = status switch
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
                    < 500 => ErrorKind.FailedPrecondition,
                    _ => null,
                };
                table.Add(status, known ?? ErrorKind.Internal, known ?? ErrorKind.Unknown);
            }

            return table;
        }
    }

    [Theory]
    [MemberData(nameof(Statuses))]
    public void FromHttpStatus_reads_a_kind_from_any_error_status(
        int status,
        ErrorKind idempotent,
        ErrorKind other
    )
    {
        Assert.Equal(idempotent, ErrorKindExtensions.FromHttpStatus(status, isIdempotent: true));
        Assert.Equal(other, ErrorKindExtensions.FromHttpStatus(status, isIdempotent: false));
    }

    [Theory]
    [InlineData(399)]
    [InlineData(600)]
    [InlineData(200)]
    public void FromHttpStatus_rejects_what_is_no_error(int status)
    {
        var error = Assert.Throws<ArgumentOutOfRangeException>(() =>
            ErrorKindExtensions.FromHttpStatus(status, isIdempotent: true)
        );

        Assert.Equal(
            string.Create(
                CultureInfo.InvariantCulture,
                $"An error's status is from 400 to 599. (Parameter 'status')\nActual value was {status}."
            ),
            error.Message.ReplaceLineEndings("\n")
        );
    }

    [Fact]
    public void FromGrpcCode_reads_an_undefined_code_as_Unknown_and_rejects_OK()
    {
        Assert.Equal(ErrorKind.Unknown, ErrorKindExtensions.FromGrpcCode(17));
        Assert.Equal(ErrorKind.Unknown, ErrorKindExtensions.FromGrpcCode(-1));
        Assert.StartsWith(
            "Code 0 is OK, which is no error. (Parameter 'code')",
            Assert
                .Throws<ArgumentOutOfRangeException>(() => ErrorKindExtensions.FromGrpcCode(0))
                .Message,
            StringComparison.Ordinal
        );
    }
}
