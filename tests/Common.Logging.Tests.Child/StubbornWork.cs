using Microsoft.Extensions.Hosting;

namespace Common.Logging.Tests.Child;

/// <summary>Fails when it is stopped.</summary>
internal sealed class StubbornWork : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            await Task.Delay(Timeout.Infinite, stoppingToken);
        }
        catch (OperationCanceledException exception)
        {
            throw new NotSupportedException("It cannot be stopped.", exception);
        }
    }
}
