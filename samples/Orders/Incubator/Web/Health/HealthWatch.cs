#nullable enable
using System;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Common.Config;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Orders.Incubator.Web;

/// <summary>Runs the health checks of the service again and again, and says when they begin to fail and when they are well again.</summary>
internal sealed class HealthWatch(
    HealthCheckService checks,
    Live<HealthOptions> options,
    IHostApplicationLifetime lifetime,
    TimeProvider time,
    ILogger<HealthWatch> logger
) : BackgroundService
{
    private volatile string? _failing;
    private volatile bool _isKnown;
    private Task _records = Task.CompletedTask;
    private Task _checking = Task.CompletedTask;

    /// <summary>Whether the service can work: it has started, is not stopping, and its checks were well the last time.</summary>
    public bool IsReady =>
        _isKnown
        && _failing is null
        && lifetime.ApplicationStarted.IsCancellationRequested
        && !lifetime.ApplicationStopping.IsCancellationRequested;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(options.Current.Period.ToTimeSpan(), time);
        try
        {
            do
            {
                var (failing, cause) = await FindFailingAsync(stoppingToken).ConfigureAwait(false);
                Note(failing, cause);
            } while (await timer.WaitForNextTickAsync(stoppingToken).ConfigureAwait(false));
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The host takes a cancellation for a failure where it ends without having begun to stop: when its start fails.
        }
    }

    private void Note(string? failing, Exception? cause)
    {
        var before = _failing;
        _failing = failing;
        _isKnown = true;
        if (before == failing)
        {
            return;
        }

        // On another thread, one after the other: a log that stands still must not keep this from going on.
        _records = _records.ContinueWith(
            _ =>
            {
                if (failing is null)
                {
                    logger.ServiceReady();
                }
                else
                {
                    logger.ServiceNotReady(failing, cause);
                }
            },
            CancellationToken.None,
            TaskContinuationOptions.RunContinuationsAsynchronously,
            TaskScheduler.Default
        );
    }

    /// <summary>Gives the names of the checks that fail, or <see langword="null"/>.</summary>
    private async Task<(string? Failing, Exception? Cause)> FindFailingAsync(
        CancellationToken stopping
    )
    {
        using var limit = new CancellationTokenSource(options.Current.Limit.ToTimeSpan(), time);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, stopping);
        try
        {
            // What still hangs is not begun anew, or it would take a thread each time until none is left.
            await Task.WhenAny(_checking).WaitAsync(both.Token).ConfigureAwait(false);
            var token = both.Token;
            var checking = Task.Run(() => checks.CheckHealthAsync(token), CancellationToken.None);
            _checking = checking;
            // Waited for apart, since a check need not heed its token.
            var report = await checking.WaitAsync(token).ConfigureAwait(false);
            return (
                report.Status == HealthStatus.Unhealthy
                    ? string.Join(
                        ", ",
                        report
                            .Entries.Where(entry => entry.Value.Status == HealthStatus.Unhealthy)
                            .Select(entry => entry.Key)
                            .Order(StringComparer.Ordinal)
                    )
                    : null,
                null
            );
        }
        catch (OperationCanceledException) when (both.IsCancellationRequested)
        {
            stopping.ThrowIfCancellationRequested();
            return ("the checks took too long", null);
        }
#pragma warning disable CA1031 // the platform lets what a check's constructor throws through, and would end the service for it
        catch (Exception exception)
#pragma warning restore CA1031
        {
            return ("a check could not be made", exception);
        }
    }
}
