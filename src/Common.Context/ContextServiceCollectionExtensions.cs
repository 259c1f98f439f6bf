namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Registers what Common.Context needs.</summary>
public static class ContextServiceCollectionExtensions
{
    /// <summary>Registers the clocks; the context itself needs no service.</summary>
    /// <param name="services">The services.</param>
    /// <returns>The same services.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="services"/> is <see langword="null"/>.</exception>
    public static IServiceCollection AddCommonContext(this IServiceCollection services)
    {
        ArgumentNullException.ThrowIfNull(services);
        return services.AddCommonTime();
    }
}
