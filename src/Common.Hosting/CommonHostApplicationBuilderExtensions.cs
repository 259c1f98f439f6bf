using Common.Hosting.Internal;
using Common.Hosting.Internal.Commands;
using Common.Logging;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Http;
using Microsoft.Extensions.Logging;

namespace Microsoft.Extensions.Hosting;

/// <summary>Adds everything of Common to a service.</summary>
public static class CommonHostApplicationBuilderExtensions
{
    /// <summary>Makes the service be configured, log, keep time, carry request context and fail as every other does.</summary>
    /// <typeparam name="TBuilder">The builder, such as <c>WebApplicationBuilder</c> or <c>HostApplicationBuilder</c>.</typeparam>
    /// <param name="builder">The builder of the service.</param>
    /// <param name="service">
    /// The name of the service in every log record: from 1 to 63 lower-case letters, digits and <c>-</c>, such as <c>orders</c>.
    /// </param>
    /// <returns>The same builder.</returns>
    /// <remarks>
    /// <para>
    /// The default console provider is taken out, since every line would stand there twice; every other provider stays. If something
    /// has replaced the logger factory, the service says so at start.
    /// </para>
    /// <para>
    /// What ends the process (a start that fails, an exception that nobody caught, a <see cref="BackgroundService"/> that throws while
    /// its host is to stop then) is one Fatal record in the configured format and exit code 78 for a wrong configuration or 70 for
    /// anything else. An executable that was started with <c>common</c> as its first
    /// argument, such as <c>./orders common config docs</c>, answers and ends here.
    /// </para>
    /// </remarks>
    /// <exception cref="ArgumentNullException"><paramref name="builder"/> or <paramref name="service"/> is <see langword="null"/>.</exception>
    /// <exception cref="ArgumentException"><paramref name="service"/> has another form.</exception>
    /// <exception cref="InvalidOperationException">The builder has been given to this method before.</exception>
    public static TBuilder AddCommon<TBuilder>(this TBuilder builder, string service)
        where TBuilder : IHostApplicationBuilder
    {
        ArgumentNullException.ThrowIfNull(builder);
        ServiceName.ThrowIfInvalid(service);
        var services = builder.Services;
        if (services.Any(d => d.ServiceType == typeof(StartReport)))
        {
            throw new InvalidOperationException(
                "AddCommon was called before on this builder; call it once for each service."
            );
        }

        var process = ServiceProcess.Of(builder, service);
        var identity = ServiceIdentity.Create(service, builder.Environment.EnvironmentName);
        if (process.Application is not null)
        {
            new FatalEnd(builder.Configuration, identity, process).TakeOver();
        }

        services.AddCommonTime();
        services.AddCommonConfig(builder.Configuration, builder.Environment.ApplicationName);
        ServiceCommands.RunIfAsked(builder, process);
        services.AddCommonContext();
        services.TryAddEnumerable(
            ServiceDescriptor.Singleton<IHttpMessageHandlerBuilderFilter, ContextPropagation>()
        );
        services.AddCommonExceptions();

        // Before the provider, which looks at the rules when all of them are there.
        NoisyCategories.Quieten(services);
        StartFailureLines.Quieten(services, process);
        builder.Logging.AddCommonLogging(identity);
        DefaultConsole.Remove(services);

        services.AddSingleton(process);
        services.AddSingleton<StartReport>();
        services.AddHostedService(p => p.GetRequiredService<StartReport>());
        services.AddHostedService<BackgroundWatch>();
        return builder;
    }
}
