namespace Common.Analyzers.Config;

/// <summary>An older key of an option.</summary>
internal sealed record DeprecatedKeyModel(string Path, string Since);
