using System.Reflection;
using Common.Abstractions;
using NodaTime;

namespace Common.Exceptions.Tests;

public sealed class DeclaredErrorTests
{
    [Fact]
    public void Declared_error_has_its_fields_apart_by_who_may_read_them()
    {
        var cause = new IOException();

        var error = SampleErrors.OrderNotFound(42, "eu", rowVersion: 7, cause);

        Assert.Equal((ErrorKind.NotFound, "order.not_found"), (error.Kind, error.Code));
        Assert.Equal("There is no order 42 in {eu}.", error.PublicMessage);
        Assert.Equal([new ErrorField("order_id", 42), new ErrorField("shop", "eu")], error.Fields);
        Assert.Equal(
            "order.not_found: There is no order 42 in {eu}. | row_version=7",
            error.Message
        );
        Assert.Same(cause, error.InnerException);
        Assert.Equal("order.not_found", SampleErrors.Codes.OrderNotFound);
    }

    [Fact]
    public void Declared_error_carries_the_errors_of_fields_and_the_time_to_retry_after()
    {
        var wrong = new FieldError("/items", "required", "Items are needed.");

        Assert.Equal([wrong], SampleErrors.OrderInvalid(wrong).Errors);
        var limited = SampleErrors.OrderLimited(1.5m, Duration.FromSeconds(2));
        Assert.Equal(Duration.FromSeconds(2), limited.RetryAfter);
        Assert.Equal("Only 1.5 orders a day.", limited.PublicMessage);
    }

    [Fact]
    public void Catalogue_is_embedded_in_the_assembly()
    {
        var entries = typeof(DeclaredErrorTests)
            .Assembly.GetCustomAttributes<CatalogueEntryAttribute>()
            .Where(entry => entry.Surface == "error")
            .Select(entry => entry.Json);

        Assert.Contains(
            """{"code":"order.limited","kind":"ResourceExhausted","status":429,"message":"Only {limit} orders a day.","fields":[{"name":"limit","type":"number"}],"errors":false,"retry_after":true}""",
            entries
        );
    }
}
