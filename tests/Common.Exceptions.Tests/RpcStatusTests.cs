using Common.Abstractions;
using Common.Context;
using NodaTime;

namespace Common.Exceptions.Tests;

public sealed class RpcStatusTests
{
    [Theory]
    [MemberData(nameof(ProblemDocumentTests.Kinds), MemberType = typeof(ProblemDocumentTests))]
    public void Status_gives_the_error_back(ErrorKind kind)
    {
        var id = RequestId.New();
        var error = new ServiceException(
            kind,
            "order.not_found",
            "There is no order 42.",
            "internal"
        )
        {
            Fields = [new("order_id", 42), new("total", 1.50m), new("code", "XMAS")],
            Errors = [new FieldError("/id", "unknown", "Unknown.")],
            RetryAfter = Duration.FromMilliseconds(1500),
        };

        var status = RpcStatus.From(error, id);
        var back = status.ToException();

        Assert.Equal((int)kind, status.Code);
        Assert.Equal("ORDER_NOT_FOUND", status.Reason);
        Assert.Equal(id, status.RequestId);
        Assert.Equal((kind, "order.not_found"), (back.Kind, back.Code));
        Assert.Equal("There is no order 42.", back.PublicMessage);
        Assert.Equal(
            [new("order_id", "42"), new("total", "1.50"), new ErrorField("code", "XMAS")],
            back.Fields
        );
        Assert.Equal(error.Errors, back.Errors);
        Assert.Equal(error.RetryAfter, back.RetryAfter);
        Assert.DoesNotContain("internal", status.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(5, "", ErrorKind.NotFound, "grpc.status_5", "The call failed.")]
    [InlineData(99, "Odd.", ErrorKind.Unknown, "grpc.status_99", "Odd.")]
    public void Foreign_status_becomes_a_well_formed_error(
        int code,
        string message,
        ErrorKind kind,
        string expectedCode,
        string expectedMessage
    )
    {
        var error = new RpcStatus
        {
            Code = code,
            Message = message,
            Metadata = new Dictionary<string, string>(StringComparer.Ordinal)
            {
                ["code"] = "Not A Code",
            },
        }.ToException();

        Assert.Equal(
            (kind, expectedCode, expectedMessage),
            (error.Kind, error.Code, error.PublicMessage)
        );
        Assert.Empty(error.Fields);
    }

    [Fact]
    public void OK_is_no_error() =>
        Assert.Equal(
            "Code 0 is OK, which is no error.",
            Assert
                .Throws<InvalidOperationException>(() => new RpcStatus { Code = 0 }.ToException())
                .Message
        );
}
