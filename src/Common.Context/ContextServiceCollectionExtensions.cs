using System.Diagnostics;
using Common.Context;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Registers what Common.Context needs.</summary>
public static class ContextServiceCollectionExtensions
{
    /// <summary>Registers the <see cref="ContextCarrier"/>, the clocks, and <see cref="W3CPropagator"/> in place of the platform's propagator.</summary>
    /// <remarks>Clients that the carrier does not see send <see cref="W3CPropagator.TraceParentOnly"/> from then on, in the whole process.</remarks>
    /// <param name="services">The services.</param>
    /// <param name="configure">Says in code whom to trust and whom to tell. The default leaves both to the configuration.</param>
    /// <returns>The same services.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="services"/> is <see langword="null"/>.</exception>
    public static IServiceCollection AddCommonContext(
        this IServiceCollection services,
        Action<ContextPolicy>? configure = null
    )
    {
        ArgumentNullException.ThrowIfNull(services);
        services.AddCommonTime();
        services.AddMetrics();
        services.AddOptions();
        services.TryAddSingleton(p => p.GetRequiredService<IOptions<ContextPolicy>>().Value);
        if (configure is not null)
        {
            services.Configure(configure);
        }

        // A later call adds to the policy, and leaves alone what a framework has put in place since.
        if (services.Any(s => s.ServiceType == typeof(ContextCarrier)))
        {
            return services;
        }

        services.AddSingleton<ContextCarrier>();
        services.Replace(
            ServiceDescriptor.Singleton<DistributedContextPropagator>(W3CPropagator.Whole)
        );

        // The platform has one propagator for all clients that nobody gave another, such as one made by new HttpClient(). Its
        // own would tell third parties the tracestate and the baggage. This one is immutable, and the same for every host.
        DistributedContextPropagator.Current = W3CPropagator.TraceParentOnly;
        return services;
    }
}
