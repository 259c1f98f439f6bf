namespace Common.Analyzers.Errors;

/// <summary>What [Deprecated] says about an error, and the text of its [Obsolete] if it has one.</summary>
internal sealed record ErrorDeprecation(
    string Since,
    string? Replacement,
    string? Reason,
    string? Obsolete
);
