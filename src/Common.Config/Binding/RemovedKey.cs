using System.ComponentModel;

namespace Common.Config.Binding;

/// <summary>A key that a section once had. Made by generated code.</summary>
/// <param name="Path">The whole key.</param>
/// <param name="Since">The release that removed it.</param>
/// <param name="Replacement">What to use.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed record RemovedKey(string Path, string Since, string Replacement);
