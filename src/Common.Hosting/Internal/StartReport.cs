using Common.Logging;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Common.Hosting.Internal;

/// <summary>Says when the service has started and when it stops, and at start whether its records take another way than ours.</summary>
internal sealed class StartReport(
    ILoggerFactory factory,
    IEnumerable<ILoggerProvider> providers,
    IHostEnvironment environment,
    ServiceIdentity identity,
    ServiceProcess process
) : IHostedLifecycleService
{
    private const string Category = "Common.Hosting";

    private CommonLoggerProvider? Ours => providers.OfType<CommonLoggerProvider>().FirstOrDefault();

    public Task StartingAsync(CancellationToken cancellationToken)
    {
        process.Provider = Ours;
        if (factory is not LoggerFactory)
        {
            Report(LoggerToTell());
        }

        return Task.CompletedTask;
    }

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartedAsync(CancellationToken cancellationToken)
    {
        process.HasStarted = true;
        factory
            .CreateLogger(Category)
            .ServiceStarted(identity.Version, environment.EnvironmentName);
        return Task.CompletedTask;
    }

    public Task StoppingAsync(CancellationToken cancellationToken)
    {
        factory.CreateLogger(Category).ServiceStopping();
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    private void Report(ILogger logger) =>
        logger.LoggerFactoryReplaced(factory.GetType().FullName ?? factory.GetType().Name);

    // A factory that writes nothing must not swallow the news of itself.
    private ILogger LoggerToTell()
    {
        var logger = factory.CreateLogger(Category);
        return logger.IsEnabled(LogLevel.Warning)
            ? logger
            : (Ours ?? providers.FirstOrDefault())?.CreateLogger(Category) ?? logger;
    }
}
