using Common.Abstractions;

namespace Common.Exceptions.Tests;

public sealed class ServiceExceptionTests
{
    [Fact]
    public void Message_has_the_public_and_the_internal_side_on_one_line()
    {
        var error = new ServiceException(
            ErrorKind.FailedPrecondition,
            "order.closed",
            "The order is closed.",
            "closed by job 7 at db-3",
            new InvalidOperationException("inner")
        )
        {
            Errors = [new FieldError("/id", "closed", "It is closed.")],
        };

        Assert.Equal(
            "order.closed: The order is closed. | closed by job 7 at db-3 [/id closed]",
            error.Message
        );
        Assert.Equal("The order is closed.", error.PublicMessage);
        Assert.Equal("inner", error.InnerException?.Message);
    }

    [Theory]
    [InlineData("")]
    [InlineData("order")]
    [InlineData("order.")]
    [InlineData(".order")]
    [InlineData("order..closed")]
    [InlineData("Order.closed")]
    [InlineData("order.1st")]
    [InlineData("order._x")]
    [InlineData("order.closed\n")]
    [InlineData("order-closed.x")]
    [InlineData("ördér.x")]
    public void Constructor_rejects_an_ill_formed_code(string code)
    {
        var error = Assert.Throws<ArgumentException>(() =>
            new ServiceException(ErrorKind.Internal, code, "A sentence.")
        );

        Assert.Equal(
            "An error's code is dotted lower case, such as order.not_found, of at most 100 characters. (Parameter 'code')",
            error.Message
        );
    }

    [Theory]
    [InlineData("a.b")]
    [InlineData("order.not_found")]
    [InlineData("order.item2.not_found")]
    public void ErrorCode_accepts_dotted_lower_case(string code) =>
        Assert.True(ErrorCode.IsValid(code));

    [Fact]
    public void ErrorCode_takes_100_characters_and_not_101()
    {
        Assert.True(ErrorCode.IsValid("a." + new string('b', 98)));
        Assert.False(ErrorCode.IsValid("a." + new string('b', 99)));
    }

    [Fact]
    public void Constructor_rejects_an_undeclared_kind_and_a_blank_message()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() =>
            new ServiceException((ErrorKind)0, "a.b", "A sentence.")
        );
        Assert.Throws<ArgumentOutOfRangeException>(() =>
            new ServiceException((ErrorKind)17, "a.b", "A sentence.")
        );
        Assert.Throws<ArgumentException>(() =>
            new ServiceException(ErrorKind.Internal, "a.b", " ")
        );
    }

    [Fact]
    public void Declaration_fills_the_holes_of_its_message_with_the_fields()
    {
        var declaration = new ErrorDeclaration(
            ErrorKind.NotFound,
            "order.not_found",
            "There is no order {0} in {{{1}}}."
        );

        var error = declaration.Make(
            [new("order_id", 42), new("shop", "eu")],
            [new("row_version", 7)],
            null,
            null,
            null
        );

        Assert.Equal("There is no order 42 in {eu}.", error.PublicMessage);
        Assert.Equal(
            "order.not_found: There is no order 42 in {eu}. | row_version=7",
            error.Message
        );
        Assert.Equal(42, error.GetField("order_id"));
        Assert.Equal(default, error.GetField("row_version"));
    }
}
