using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Common.Hosting.Internal;

/// <summary>
/// Makes background work that throws one Fatal record and an exit code. The host alone writes two records, stops, and ends as if
/// all were well.
/// </summary>
internal sealed class BackgroundWatch(
    IServiceProvider services,
    IHostApplicationLifetime lifetime,
    IOptions<HostOptions> options,
    ILoggerFactory factory,
    ServiceProcess process
) : IHostedLifecycleService, IDisposable
{
    private readonly Lock _lock = new();
    private readonly HashSet<BackgroundService> _told = [];
    private IReadOnlyList<BackgroundService> _work = [];
    private CancellationTokenRegistration _stopping;

    public Task StartingAsync(CancellationToken cancellationToken)
    {
        // In somebody else's process, such as a test's, the host's own records are all that there is.
        if (
            process.Application is not null
            && options.Value.BackgroundServiceExceptionBehavior
                == BackgroundServiceExceptionBehavior.StopHost
        )
        {
            process.TellsOfBackgroundWork = true;

            // Kept, since a host whose start failed asks its stopping when the container is gone.
            _work = [.. services.GetServices<IHostedService>().OfType<BackgroundService>()];
            _stopping = lifetime.ApplicationStopping.Register(Look);
        }

        return Task.CompletedTask;
    }

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken)
    {
        if (process.TellsOfBackgroundWork)
        {
            Tell(task => task.IsFaulted); // work that failed while it was stopped
        }

        return Task.CompletedTask;
    }

    public void Dispose() => _stopping.Dispose();

    /// <summary>
    /// Looks at what has failed when the host begins to stop. Nothing was asked to stop yet, so a cancellation is a failure too; unless the
    /// host's own start failed, which ends all work.
    /// </summary>
    private void Look()
    {
        var hasStarted = lifetime.ApplicationStarted.IsCancellationRequested;
        Tell(task => task.IsFaulted || (hasStarted && task.IsCanceled));
    }

    private void Tell(Func<Task, bool> hasFailed)
    {
        var logger = factory.CreateLogger("Common.Hosting");
        foreach (var service in _work)
        {
            if (service.ExecuteTask is not { } task || !hasFailed(task))
            {
                continue;
            }

            var exception =
                (Exception?)task.Exception
                ?? new TaskCanceledException($"{service.GetType()} was canceled.");
            lock (_lock)
            {
                if (!_told.Add(service))
                {
                    continue;
                }

                if (process.FatalExitCode is null)
                {
                    process.FatalExitCode = FatalEnd.Tell(logger, exception, hasStarted: true);
                    Environment.ExitCode = process.FatalExitCode.Value;
                }
                else
                {
                    logger.BackgroundFailed(exception);
                }
            }
        }
    }
}
