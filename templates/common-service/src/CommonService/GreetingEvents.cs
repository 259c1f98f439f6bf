using Common.Abstractions;

namespace CommonService;

internal static partial class GreetingEvents
{
    [LogEvent(1001, "greeting.sent", EventKind.Diagnostic, "Greeting sent")]
    public static partial void Greeted(this ILogger logger, int nameLength);
}
