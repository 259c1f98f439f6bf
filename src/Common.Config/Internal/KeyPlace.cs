using System.Runtime.InteropServices;

namespace Common.Config.Internal;

/// <summary>What a configured key belongs to, and how much of the key names that.</summary>
/// <param name="Slot">The option's place; -1 for a section, <see cref="Nowhere"/> for what nobody declared.</param>
/// <param name="Alias">Which of the option's names it is; 0 for the present one.</param>
/// <param name="End">How many characters of the key name the option or section; the rest names a part of it.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct KeyPlace(int Slot, int Alias, int End)
{
    /// <summary>The place of a key in a section of somebody else's.</summary>
    public const int Nowhere = -2;
}
