namespace Common.Analyzers.Config;

/// <summary>The schedule of an option that goes away.</summary>
internal sealed record DeprecationModel(string Since, string? Replacement, string? Reason);
