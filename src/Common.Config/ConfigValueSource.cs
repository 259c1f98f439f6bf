namespace Common.Config;

/// <summary>What one source says of an option.</summary>
/// <param name="Value">The value as text in quotes, at most 80 characters of it; <c>***</c> for a secret.</param>
/// <param name="Source">Where it stands: a file with its line, a variable, an argument.</param>
/// <param name="OlderKey">The older name that the source uses; <see langword="null"/> where it uses the present one.</param>
public sealed record ConfigValueSource(string Value, string Source, string? OlderKey);
