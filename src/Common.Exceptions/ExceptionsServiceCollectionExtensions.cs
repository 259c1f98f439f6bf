using Common.Exceptions;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Registers what Common.Exceptions offers.</summary>
public static class ExceptionsServiceCollectionExtensions
{
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

    private sealed record ErrorMapEntries(Action<ErrorMapBuilder> Configure);
}
