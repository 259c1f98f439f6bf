using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Common.Logging.Tests.Child;

/// <summary>Logs, and ends the host as planned.</summary>
internal sealed class Work(WorkPlan plan, IHostApplicationLifetime lifetime, ILogger<Work> logger)
    : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (plan.Ending == "host-start-fails")
        {
            await Task.Delay(Timeout.Infinite, stoppingToken);
        }

        if (plan.Ending != "host-throw-early")
        {
            var started = new TaskCompletionSource();
            lifetime.ApplicationStarted.Register(started.SetResult);
            await started.Task;
        }

        for (var step = 0L; step < plan.Count; step++)
        {
            logger.StepCompleted(flow: 0, step);
        }

        switch (plan.Ending)
        {
            case "host-stop":
                lifetime.StopApplication();
                break;
            case "host-wait":
                Console.Error.WriteLine("ready");
                break;
            case "host-crash":
                new Thread(() =>
                    throw new InvalidOperationException("The work went wrong.")
                ).Start();
                break;
            case "host-cancel":
                throw new OperationCanceledException("Nobody asked for it.");
            case "host-ignore":
                lifetime.ApplicationStopping.Register(logger.WorkStopped);
                Console.Error.WriteLine("ready");
                throw new InvalidOperationException("The work went wrong.");
            default:
                throw new InvalidOperationException("The work went wrong.");
        }
    }

    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        logger.WorkStopped();
    }
}
