using Common.Abstractions;
using Microsoft.Extensions.Logging;

namespace Common.Context.Internal;

/// <summary>The events of this package: 200 to 299.</summary>
internal static partial class ContextEvents
{
    [LogEvent(200, "context.header_refused", EventKind.Diagnostic, "Ill-formed header refused")]
    public static partial void HeaderRefused(this ILogger logger, string header, int length);
}
