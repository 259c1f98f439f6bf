#nullable enable
using System;
using System.Diagnostics;
using System.Linq;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Inventory.Incubator.Web;

/// <summary>Adds what a service needs that answers over HTTP.</summary>
public static class CommonWebExtensions
{
    /// <summary>
    /// Gives every request its context, both IDs in its answer, one terminal record and problem documents; and lets the platform's
    /// activities go on with the trace of those only who are trusted with it.
    /// </summary>
    /// <typeparam name="TBuilder">The builder, such as <c>WebApplicationBuilder</c>.</typeparam>
    /// <param name="builder">The builder of the service; call <c>AddCommon</c> on it first.</param>
    /// <returns>The same builder.</returns>
    /// <exception cref="InvalidOperationException">The builder has been given to this method before.</exception>
    public static TBuilder AddCommonWeb<TBuilder>(this TBuilder builder)
        where TBuilder : IHostApplicationBuilder
    {
        ArgumentNullException.ThrowIfNull(builder);
        var services = builder.Services;
        if (services.Any(d => d.ServiceType == typeof(RequestReceiver)))
        {
            throw new InvalidOperationException(
                "AddCommonWeb was called before on this builder; call it once for each service."
            );
        }

        // In front of the filters that the platform registers itself, such as host filtering: the first is the outermost.
        services.Insert(0, ServiceDescriptor.Singleton<IStartupFilter, PipelineFilter>());
        foreach (var stage in WebStages.All)
        {
            services.AddWebStage(stage);
        }

        services.AddSingleton<IValidateOptions<PipelineOptions>, PipelineCheck>();
        services.AddSingleton<RequestReceiver>();
        services.AddSingleton<RequestRecord>();
        services.AddSingleton<IConfigureOptions<KestrelServerOptions>, HeaderBytes>();
        services.AddSingleton<IConfigureOptions<KestrelServerOptions>, KestrelLimits>();
        services.AddResponseCompression();
        services.AddHealthChecks();
        services.AddSingleton<HealthWatch>();
        services.AddHostedService(provider => provider.GetRequiredService<HealthWatch>());
        services.AddSingleton<IDeveloperPageExceptionFilter, DeveloperPageBypass>();
        services.AddHostedService<UnreadableRequests>();
        services.Configure<RouteHandlerOptions>(o => o.ThrowOnBadRequest = true);
        services.Configure<LoggerFilterOptions>(o =>
            o.AddFilter(DeveloperPage, LogLevel.None).AddFilter(HealthChecks, LogLevel.None)
        );
        // Its records would come beside ours for every call, and its scopes would put addresses into every record of a call.
        services.ConfigureHttpClientDefaults(static client => client.RemoveAllLoggers());
        services.AddHttpContextAccessor();
        services.Replace(
            ServiceDescriptor.Singleton<DistributedContextPropagator, RequestPropagator>()
        );
        return builder;
    }

    /// <summary>Adds a stage that requests go through before they reach the service, and that operators may leave out or move.</summary>
    /// <param name="services">The services.</param>
    /// <param name="stage">The stage. Without a configuration it comes after those that were added before, as far as it allows.</param>
    /// <returns>The same services.</returns>
    public static IServiceCollection AddWebStage(this IServiceCollection services, WebStage stage)
    {
        ArgumentNullException.ThrowIfNull(services);
        ArgumentNullException.ThrowIfNull(stage);
        return services.AddSingleton(stage);
    }

    // It would log what the watch logs, for every check anew.
    private const string HealthChecks = "Microsoft.Extensions.Diagnostics.HealthChecks";

    // It would log what the boundary logs.
    private const string DeveloperPage =
        "Microsoft.AspNetCore.Diagnostics.DeveloperExceptionPageMiddleware";
}
