using Common.Abstractions;
using Microsoft.Extensions.DependencyInjection;

namespace Common.Exceptions.Tests;

public sealed class ExceptionsServiceCollectionExtensionsTests
{
    [Fact]
    public void AddCommonExceptions_adds_up_the_entries_of_several_calls()
    {
        using var provider = new ServiceCollection()
            .AddCommonExceptions(map => map.Add<IOException>(e => CommonErrors.OutcomeUnknown(e)))
            .AddCommonExceptions()
            .AddCommonExceptions(map =>
                map.Add<FormatException>(e => CommonErrors.RequestMalformed(e))
            )
            .BuildServiceProvider();
        var map = provider.GetRequiredService<ErrorMap>();

        Assert.Equal(ErrorKind.Unknown, map.Classify(new IOException()));
        Assert.Equal(ErrorKind.InvalidArgument, map.Classify(new FormatException()));
        Assert.Same(map, provider.GetRequiredService<ErrorMap>());
    }
}
