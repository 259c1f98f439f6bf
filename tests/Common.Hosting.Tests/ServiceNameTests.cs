using Microsoft.Extensions.Hosting;

namespace Common.Hosting.Tests;

public sealed class ServiceNameTests
{
    [Theory]
    [InlineData("orders")]
    [InlineData("o")]
    [InlineData("orders-eu-2")]
    [InlineData("aaaaaaaaaabbbbbbbbbbccccccccccddddddddddeeeeeeeeeeffffffffff123")] // 63
    public void AddCommon_takes_names_that_are_DNS_labels(string name)
    {
        Assert.NotNull(TestHost.CreateBuilder().AddCommon(name));
    }

    [Theory]
    [InlineData(
        "",
        "The name of a service is lower-case letters, digits and '-', such as 'orders'; it is ''."
    )]
    [InlineData(
        "Orders",
        "The name of a service is lower-case letters, digits and '-', such as 'orders'; it is 'Orders'."
    )]
    [InlineData(
        "or ders",
        "The name of a service is lower-case letters, digits and '-', such as 'orders'; it is 'or ders'."
    )]
    [InlineData(
        "aaaaaaaaaabbbbbbbbbbccccccccccddddddddddeeeeeeeeeeffffffffff1234", // 64
        "The name of a service has from 1 to 63 characters; this one has 64."
    )]
    public void AddCommon_refuses_other_names(string name, string message)
    {
        var exception = Assert.Throws<ArgumentException>(
            "service",
            () => TestHost.CreateBuilder().AddCommon(name)
        );
        Assert.Equal(message + " (Parameter 'service')", exception.Message);
    }
}
