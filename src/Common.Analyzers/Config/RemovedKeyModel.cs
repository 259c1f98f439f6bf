namespace Common.Analyzers.Config;

/// <summary>A key that a section once had.</summary>
internal sealed record RemovedKeyModel(string Path, string Since, string Replacement);
