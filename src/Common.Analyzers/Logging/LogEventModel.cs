namespace Common.Analyzers.Logging;

/// <summary>One declared event, with all that its source is written from.</summary>
internal sealed record LogEventModel(
    int Id,
    string Name,
    int Kind,
    string Summary,
    string Namespace,
    EquatableArray<string> ContainingTypes,
    string Signature,
    string MethodName,
    string Logger,
    bool LoggerMayBeNull,
    string? Exception,
    EquatableArray<LogEventField> Fields,
    LogEventDeprecation? Deprecation
);
