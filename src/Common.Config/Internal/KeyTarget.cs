using System.Runtime.InteropServices;

namespace Common.Config.Internal;

/// <summary>What a key belongs to.</summary>
/// <param name="Slot">The option's place; -1 for a section.</param>
/// <param name="Alias">Which of the option's names it is; 0 for the present one.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct KeyTarget(int Slot, int Alias);
