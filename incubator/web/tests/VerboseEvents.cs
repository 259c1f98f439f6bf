using Common.Abstractions;
using Microsoft.Extensions.Logging;

namespace Common.Incubator.Web.Tests;

internal static partial class VerboseEvents
{
    [LogEvent(9001, "detail.seen", EventKind.Diagnostic, "Detail seen")]
    public static partial void DetailSeen(this ILogger logger);
}
