using System.Diagnostics;
using Common.Context;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Registers what Common.Context needs.</summary>
public static class ContextServiceCollectionExtensions
{
    /// <summary>Registers the <see cref="ContextCarrier"/>, the clocks, and <see cref="W3CPropagator"/> in place of the platform's propagator.</summary>
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

        services.TryAddSingleton<ContextCarrier>();
        services.Replace(
            ServiceDescriptor.Singleton<DistributedContextPropagator>(W3CPropagator.Whole)
        );
        return services;
    }
}
