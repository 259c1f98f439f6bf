using Microsoft.CodeAnalysis;

namespace Common.Analyzers.Config;

/// <summary>A whole key of an option, present or older.</summary>
/// <param name="Path">The key.</param>
/// <param name="Owner">The option, such as <c>DatabaseOptions.Tls.Enabled</c>.</param>
/// <param name="Place">Where the option is declared, or the section that it lies in.</param>
internal sealed record ConfigKey(string Path, string Owner, Location Place);
