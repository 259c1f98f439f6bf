namespace Common.Analyzers.Logging;

/// <summary>The deprecation of an event, as its attribute states it.</summary>
internal sealed record LogEventDeprecation(string Since, string? Replacement, string? Reason);
