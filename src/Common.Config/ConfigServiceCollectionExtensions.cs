using System.Diagnostics.CodeAnalysis;
using System.Reflection;
using Common.Config;
using Common.Config.Binding;
using Common.Config.Internal;
using Common.Config.Internal.Sources;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Adds declared options to a service.</summary>
public static class ConfigServiceCollectionExtensions
{
    /// <summary>Registers every <c>[ConfigSection]</c> class of the service's assembly and of those that it references, and checks them all at start.</summary>
    /// <remarks>
    /// Each section comes as <see cref="IOptions{TOptions}"/>, <see cref="IOptionsMonitor{TOptions}"/>, <see cref="IOptionsSnapshot{TOptions}"/>
    /// and <see cref="Live{T}"/>. JSON files that <paramref name="configuration"/> reads already are read by this package from then on, at the
    /// same place among the sources, so that errors name file and line. Calling it again adds nothing.
    /// </remarks>
    /// <param name="services">The services to add to.</param>
    /// <param name="configuration">The configuration of the host.</param>
    /// <param name="applicationName">
    /// The name of the service's assembly, as <c>IHostEnvironment.ApplicationName</c> gives it; without it, or where no assembly has the name, it
    /// is the entry assembly.
    /// </param>
    /// <returns><paramref name="services"/>.</returns>
    /// <exception cref="ArgumentNullException">An argument is <see langword="null"/>.</exception>
    public static IServiceCollection AddCommonConfig(
        this IServiceCollection services,
        IConfiguration configuration,
        string? applicationName = null
    )
    {
        ArgumentNullException.ThrowIfNull(services);
        ArgumentNullException.ThrowIfNull(configuration);
        var registry = GetRegistry(services, configuration);
        var application =
            (applicationName is null ? null : ConfigRegistry.Load(applicationName))
            ?? Assembly.GetEntryAssembly();
        AddAll(services, registry, registry.Find(typeof(Secret).Assembly));
        if (application is not null)
        {
            AddAll(services, registry, registry.Find(application));
        }

        if (configuration is IConfigurationBuilder builder)
        {
            SourceReplacement.Apply(builder, registry);
        }

        return services;
    }

    /// <summary>Registers one <c>[ConfigSection]</c> class that no reference of the service's assembly leads to, as a plugin's.</summary>
    /// <typeparam name="T">The class of options.</typeparam>
    /// <param name="services">The services to add to, after <see cref="AddCommonConfig"/>.</param>
    /// <returns><paramref name="services"/>.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="services"/> is <see langword="null"/>.</exception>
    /// <exception cref="InvalidOperationException"><see cref="AddCommonConfig"/> was not called before.</exception>
    public static IServiceCollection AddConfigSection<
        [DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicParameterlessConstructor)]
            T
    >(this IServiceCollection services)
        where T : class, IConfigSection<T>
    {
        ArgumentNullException.ThrowIfNull(services);
        var registry =
            FindRegistry(services)
            ?? throw new InvalidOperationException(
                $"Call {nameof(AddCommonConfig)} before {nameof(AddConfigSection)}."
            );
        AddAll(services, registry, [T.Model]);
        return services;
    }

    private static void AddAll(
        IServiceCollection services,
        ConfigRegistry registry,
        IEnumerable<ConfigSection> sections
    )
    {
        foreach (var section in sections)
        {
            if (registry.Add(section))
            {
                section.Register(services);
            }
        }
    }

    private static ConfigRegistry? FindRegistry(IServiceCollection services) =>
        services.LastOrDefault(s => s.ServiceType == typeof(ConfigRegistry))?.ImplementationInstance
        as ConfigRegistry;

    private static ConfigRegistry GetRegistry(
        IServiceCollection services,
        IConfiguration configuration
    )
    {
        if (FindRegistry(services) is { } existing)
        {
            return existing;
        }

        var registry = new ConfigRegistry();
        services.AddSingleton(registry);
        services.TryAddSingleton(configuration);
        // Makes the platform register its own validator now: it would not after ours, and ours calls it.
        services.AddOptions<StartupOptions>().ValidateOnStart();
        services.AddSingleton(provider => new ConfigStore(configuration, registry, provider));
        services.AddSingleton(provider => new ConfigExplainer(
            provider.GetRequiredService<ConfigStore>()
        ));
        services.AddTransient<IStartupValidator, ConfigStartupValidator>();
        return registry;
    }

    private sealed class StartupOptions;
}
