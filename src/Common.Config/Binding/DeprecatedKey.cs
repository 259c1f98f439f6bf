using System.ComponentModel;

namespace Common.Config.Binding;

/// <summary>An older key of an option. Made by generated code.</summary>
/// <param name="Path">The whole key.</param>
/// <param name="Since">The release that deprecated it.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed record DeprecatedKey(string Path, string Since);
