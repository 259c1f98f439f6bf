using System.Diagnostics.Metrics;
using Common.Exceptions;
using Common.Exceptions.Internal.Resilience;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Http;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Registers what Common.Exceptions offers.</summary>
public static class ExceptionsServiceCollectionExtensions
{
    private const string Category = "Common.Exceptions.Calls";

    /// <summary>Registers the <see cref="ErrorMap"/>, a singleton.</summary>
    /// <param name="services">Where to.</param>
    /// <param name="configure">Adds entries of the service's own, or <see langword="null"/>. Several calls add up; a later entry for the same type wins.</param>
    /// <returns><paramref name="services"/>.</returns>
    public static IServiceCollection AddCommonExceptions(
        this IServiceCollection services,
        Action<ErrorMapBuilder>? configure = null
    )
    {
        ArgumentNullException.ThrowIfNull(services);
        if (configure is not null)
        {
            services.AddSingleton(new ErrorMapEntries(configure));
        }

        services.TryAddSingleton(provider =>
        {
            var builder = new ErrorMapBuilder();
            foreach (var entries in provider.GetServices<ErrorMapEntries>())
            {
                entries.Configure(builder);
            }

            return builder.Build();
        });
        return services;
    }

    /// <summary>Registers a <see cref="CallPipeline"/> for a dependency, a singleton with the dependency's name as its key.</summary>
    /// <param name="services">Where to.</param>
    /// <param name="name">The dependency's name. Calls with the same name share one budget and one circuit.</param>
    /// <returns><paramref name="services"/>.</returns>
    /// <exception cref="ArgumentException"><paramref name="name"/> is blank.</exception>
    /// <example><code>public sealed class Stock([FromKeyedServices("stock")] CallPipeline pipeline)</code></example>
    public static IServiceCollection AddCommonResilience(
        this IServiceCollection services,
        string name
    )
    {
        ArgumentNullException.ThrowIfNull(services);
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        return AddPipeline(services, name);
    }

    /// <summary>
    /// Sends the requests of an HTTP client within the request's deadline, with a time limit for each attempt, retries, a retry
    /// budget and a circuit breaker.
    /// </summary>
    /// <param name="builder">
    /// The client; its name is the dependency's. In <c>ConfigureHttpClientDefaults</c> every client, each with a budget and a circuit of its own.
    /// </param>
    /// <returns><paramref name="builder"/>.</returns>
    /// <remarks>
    /// Requests are sent again only if <see cref="IdempotencyKey.IsSafeToRepeat"/> says so and their body can be sent twice. Handlers
    /// that are added later run once for each attempt, those added before once for each call. The options are those of
    /// <see cref="ResilienceOptions"/>; the client's own time limit is switched off. A client that is given them twice has them once.
    /// </remarks>
    public static IHttpClientBuilder AddCommonResilience(this IHttpClientBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        // What is configured for all clients has no name; the pipeline of each is made under its own.
        AddPipeline(builder.Services, builder.Name ?? KeyedService.AnyKey);
        builder.ConfigureHttpClient(static client => client.Timeout = Timeout.InfiniteTimeSpan);
        builder.Services.Configure<HttpClientFactoryOptions>(
            builder.Name,
            static options => options.HttpMessageHandlerBuilderActions.Add(AddHandler)
        );
        return builder;
    }

    private static IServiceCollection AddPipeline(IServiceCollection services, object key)
    {
        services.AddCommonExceptions();
        services.AddOptions();
        services.TryAddKeyedSingleton(
            key,
            static (provider, key) =>
                new CallPipeline(
                    (string)key!,
                    provider.GetRequiredService<IOptionsMonitor<ResilienceOptions>>(),
                    provider.GetRequiredService<ErrorMap>(),
                    provider.GetService<ILoggerFactory>()?.CreateLogger(Category)
                        ?? NullLogger.Instance,
                    provider.GetService<TimeProvider>() ?? TimeProvider.System,
                    meters: provider.GetService<IMeterFactory>()
                )
        );
        return services;
    }

    private static void AddHandler(HttpMessageHandlerBuilder handlers)
    {
        if (!handlers.AdditionalHandlers.OfType<ResilienceHandler>().Any())
        {
            var pipeline = handlers.Services.GetRequiredKeyedService<CallPipeline>(handlers.Name);
#pragma warning disable CA2000 // the chain of handlers owns it
            handlers.AdditionalHandlers.Add(new ResilienceHandler(pipeline));
#pragma warning restore CA2000
        }
    }

    private sealed record ErrorMapEntries(Action<ErrorMapBuilder> Configure);
}
