using Microsoft.Extensions.Hosting;

namespace Common.Logging.Tests.Child;

/// <summary>Does not start, and so ends the host while other work waits.</summary>
internal sealed class FailingStart : IHostedService
{
    public Task StartAsync(CancellationToken cancellationToken) =>
        throw new InvalidOperationException("It does not start.");

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
