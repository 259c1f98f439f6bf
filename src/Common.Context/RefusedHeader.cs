using System.Runtime.InteropServices;

namespace Common.Context;

/// <summary>A header that was ill-formed or too long, and was not taken. Its text is never kept.</summary>
/// <param name="Name">The name, one of <see cref="ContextHeaders"/>.</param>
/// <param name="Length">How many characters its values had together.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct RefusedHeader(string Name, int Length);
