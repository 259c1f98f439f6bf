using System.Runtime.InteropServices;

namespace Common.Config.Internal.Sources;

/// <summary>Where the token of a value lies in a file.</summary>
/// <param name="Start">Its first byte.</param>
/// <param name="End">The byte after its last one; the same as <paramref name="Start"/> for an empty object or array, which has no token of its own.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct JsonSpot(int Start, int End);
