using Common.Abstractions;
using Microsoft.Extensions.Logging;

namespace Relay;

internal static partial class WorkEvents
{
    [LogEvent(1000, "work.step", EventKind.Diagnostic, "A step of the work is done")]
    public static partial void StepDone(this ILogger logger, int step);
}
