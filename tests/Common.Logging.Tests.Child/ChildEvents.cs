using Common.Abstractions;
using Microsoft.Extensions.Logging;

namespace Common.Logging.Tests.Child;

internal static partial class ChildEvents
{
    [LogEvent(1001, "step.completed", EventKind.Completed, "Step completed")]
    public static partial void StepCompleted(this ILogger logger, int flow, long step);

    [LogEvent(1002, "step.failed", EventKind.Failed, "Step failed")]
    public static partial void StepFailed(this ILogger logger, long step);

    [LogEvent(1003, "steps.counted", EventKind.Lifecycle, "Steps counted")]
    public static partial void StepsCounted(this ILogger logger, long[] steps);

    [LogEvent(1004, "value.seen", EventKind.Lifecycle, "Value seen")]
    public static partial void ValueSeen(this ILogger logger, ISpanFormattable value);

    [LogEvent(1005, "work.stopped", EventKind.Lifecycle, "Work stopped")]
    public static partial void WorkStopped(this ILogger logger);

    [LogEvent(1006, "detail.seen", EventKind.Diagnostic, "Detail seen")]
    public static partial void DetailSeen(this ILogger logger);

    [LogEvent(1007, "child.died", EventKind.Fatal, "Child died")]
    public static partial void ChildDied(this ILogger logger, Exception exception);
}
