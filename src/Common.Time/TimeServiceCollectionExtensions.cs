using Common.Time;
using Microsoft.Extensions.DependencyInjection.Extensions;
using NodaTime;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Registers the clocks of Common.Time.</summary>
public static class TimeServiceCollectionExtensions
{
    /// <summary>Registers <see cref="IClock"/> and <see cref="TimeProvider"/> so that both tell the same time.</summary>
    /// <param name="services">The services.</param>
    /// <returns>The same services.</returns>
    /// <remarks>
    /// What the service registered itself stays. Where it registered one of the two, the other is made from it; where it
    /// registered neither, both are the machine's clock.
    /// </remarks>
    /// <exception cref="ArgumentNullException"><paramref name="services"/> is <see langword="null"/>.</exception>
    public static IServiceCollection AddCommonTime(this IServiceCollection services)
    {
        ArgumentNullException.ThrowIfNull(services);
        if (services.Any(s => s.ServiceType == typeof(IClock)))
        {
            services.TryAddSingleton(p => ToTimeProvider(p.GetRequiredService<IClock>()));
        }
        else
        {
            services.TryAddSingleton(TimeProvider.System);
            services.AddSingleton(p => ToClock(p.GetRequiredService<TimeProvider>()));
        }

        return services;
    }

    private static TimeProvider ToTimeProvider(IClock clock) =>
        clock as TimeProvider ?? new ClockTimeProvider(clock);

    private static IClock ToClock(TimeProvider timeProvider) =>
        timeProvider as IClock ?? new TimeProviderClock(timeProvider);
}
