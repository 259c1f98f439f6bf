namespace Common.Analyzers.Errors;

/// <summary>What [Deprecated] says about an error.</summary>
internal sealed record ErrorDeprecation(string Since, string? Replacement, string? Reason);
