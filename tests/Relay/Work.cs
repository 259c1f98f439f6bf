using Microsoft.Extensions.Logging;

namespace Relay;

/// <summary>Work that ends only when it is cancelled: here, or in the last service of the row.</summary>
internal sealed class Work(NextService next, TimeProvider time, ILogger<Work> logger)
{
    // What this service spends before it asks the next one, so that the next one has less time.
    private static readonly TimeSpan Spent = TimeSpan.FromMilliseconds(100);

    private static readonly TimeSpan Step = TimeSpan.FromMilliseconds(20);

    public async Task DoAsync(CancellationToken cancellationToken)
    {
        if (next.IsThere)
        {
            await Task.Delay(Spent, time, cancellationToken);
            await next.WorkAsync(cancellationToken);
            return;
        }

        for (var step = 1; ; step++)
        {
            await Task.Delay(Step, time, cancellationToken);
            logger.StepDone(step);
        }
    }
}
