using Microsoft.Extensions.Logging;
using NodaTime;

namespace Common.Exceptions.Internal.Resilience;

/// <summary>Logs the failures of perpetual work: a new one at once, the same one once in a period with how often it was there.</summary>
internal sealed class FailureLog(string name, ILogger logger, TimeProvider time)
{
    private string? _last;
    private long _logged;
    private int _count;

    public void Add(Exception exception, Duration pause)
    {
        var cause = ExceptionText.Causes(exception);
        if (cause == _last)
        {
            _count++;
            if (time.GetElapsedTime(_logged) < Perpetual.LogPeriod.ToTimeSpan())
            {
                return;
            }
        }
        else
        {
            _last = cause;
            _count = 1;
        }

        _logged = time.GetTimestamp();
        logger.WorkFailed(name, _count, pause, cause, exception);
        _count = 0;
    }
}
