using System.Diagnostics.Metrics;
using System.Net;
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

    [Theory]
    [InlineData("stock")]
    [InlineData("")]
    public async Task AddCommonResilience_of_all_clients_gives_each_its_own_pipeline_once(
        string name
    )
    {
        using var dead = new DeadServer();
        var services = new ServiceCollection().AddSingleton<IOptionsMonitor<ResilienceOptions>>(
            new ChangingOptions(
                new ResilienceOptions { MaxRetries = 1, FirstPause = Duration.FromMilliseconds(1) }
            )
        );
        services.ConfigureHttpClientDefaults(clients =>
            clients.AddCommonResilience().ConfigurePrimaryHttpMessageHandler(() => dead)
        );
        services.AddHttpClient("stock").AddCommonResilience();
        await using var provider = services.BuildServiceProvider();
        using var client = provider.GetRequiredService<IHttpClientFactory>().CreateClient(name);

        using var response = await client.GetAsync(
            new Uri("http://stock/"),
            TestContext.Current.CancellationToken
        );

        Assert.Equal(HttpStatusCode.ServiceUnavailable, response.StatusCode);
        Assert.Equal(2, dead.Attempts);
        Assert.Equal(name, provider.GetRequiredKeyedService<CallPipeline>(name).Name);
        Assert.Equal("other", provider.GetRequiredKeyedService<CallPipeline>("other").Name);
    }

    [Fact]
    public void AddCommonResilience_holds_for_requests_that_block_too()
    {
        using var dead = new DeadServer();
        var services = new ServiceCollection().AddSingleton<IOptionsMonitor<ResilienceOptions>>(
            new ChangingOptions(
                new ResilienceOptions { MaxRetries = 1, FirstPause = Duration.FromMilliseconds(1) }
            )
        );
        services
            .AddHttpClient("stock")
            .AddCommonResilience()
            .ConfigurePrimaryHttpMessageHandler(() => dead);
        using var provider = services.BuildServiceProvider();
        using var client = provider.GetRequiredService<IHttpClientFactory>().CreateClient("stock");
        using var request = new HttpRequestMessage(HttpMethod.Get, "http://stock/");

        using var response = client.Send(request, TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.ServiceUnavailable, response.StatusCode);
        Assert.Equal(2, dead.Attempts);
    }

    private sealed class DeadServer : HttpMessageHandler
    {
        public int Attempts { get; private set; }

        protected override HttpResponseMessage Send(
            HttpRequestMessage request,
            CancellationToken cancellationToken
        )
        {
            Attempts++;
            return new HttpResponseMessage(HttpStatusCode.ServiceUnavailable);
        }

        protected override Task<HttpResponseMessage> SendAsync(
            HttpRequestMessage request,
            CancellationToken cancellationToken
        ) => Task.FromResult(Send(request, cancellationToken));
    }
}
