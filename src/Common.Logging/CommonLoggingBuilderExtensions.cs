using System.Reflection;
using Common.Logging;
using Common.Logging.Internal;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace Microsoft.Extensions.Logging;

/// <summary>Adds the organisation's log records to a service.</summary>
public static class CommonLoggingBuilderExtensions
{
    /// <summary>Adds the provider that writes log records in the organisation's one shape. Other providers stay.</summary>
    /// <param name="builder">Takes the provider.</param>
    /// <param name="identity">Names the service; <see langword="null"/>, the default, for one that is registered or else for the executable's name.</param>
    /// <returns><paramref name="builder"/>.</returns>
    /// <remarks>Levels are those of the section <c>Logging</c>; Audit events are never filtered. Adding it twice does nothing more.</remarks>
    public static ILoggingBuilder AddCommonLogging(
        this ILoggingBuilder builder,
        ServiceIdentity? identity = null
    )
    {
        ArgumentNullException.ThrowIfNull(builder);
        var services = builder.Services;
        services.AddOptions();
        if (identity is not null)
        {
            services.Replace(ServiceDescriptor.Singleton(identity));
        }

        services.TryAddSingleton(static _ =>
            ServiceIdentity.Create(Assembly.GetEntryAssembly()?.GetName().Name ?? "unnamed")
        );
        services.TryAddSingleton<LevelRules>();
        services.TryAddSingleton<IExternalScopeProvider, ContextScopes>();
        services.TryAddEnumerable(
            ServiceDescriptor.Singleton<
                IPostConfigureOptions<LoggerFilterOptions>,
                LevelRulesSetup
            >()
        );
        services.TryAddEnumerable(
            ServiceDescriptor.Singleton<ILoggerProvider, CommonLoggerProvider>()
        );
        return builder;
    }
}
