using System.Diagnostics.Metrics;
using Common.Abstractions;
using Common.Exceptions.Tests.Resilience;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using NodaTime;

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

    [Fact]
    public async Task AddCommonResilience_counts_on_the_meters_of_the_host()
    {
        using var meters = new CountingMeters();
        var options = new ChangingOptions(
            new ResilienceOptions
            {
                MaxRetries = 1,
                FirstPause = Duration.FromMilliseconds(1),
                LongestPause = Duration.FromMilliseconds(1),
            }
        );
        await using var provider = new ServiceCollection()
            .AddSingleton<IMeterFactory>(meters)
            .AddSingleton<IOptionsMonitor<ResilienceOptions>>(options)
            .AddCommonResilience("stock")
            .BuildServiceProvider();
        var pipeline = provider.GetRequiredKeyedService<CallPipeline>("stock");

        await Assert.ThrowsAsync<ServiceException>(async () =>
            await pipeline.ExecuteAsync(
                _ => throw CommonErrors.DependencyUnavailable(),
                Repetition.Call,
                TestContext.Current.CancellationToken
            )
        );

        Assert.Equal(["common.calls.retries dependency=stock: 1"], meters.Lines);
    }
}
