namespace Common.Logging.Internal;

/// <summary>Tells the scopes of the service from those that the platform puts around everything.</summary>
internal static class Scopes
{
    /// <summary>
    /// Whether a scope's values become attributes. Those of the web server and of activities do not: the record has a context of
    /// its own, and their request ID is not one.
    /// </summary>
    public static bool IsOfService(object? scope) =>
        scope is not null
        && scope.GetType().FullName is { } name
        && !name.StartsWith("Microsoft.AspNetCore.", StringComparison.Ordinal)
        && !name.StartsWith("Microsoft.Extensions.Http.", StringComparison.Ordinal)
        && !name.EndsWith("ActivityLogScope", StringComparison.Ordinal);
}
