using System.Runtime.InteropServices;

namespace Common.Tool.Incubator.Merging;

/// <summary>One difference of two texts: some lines of the old one are other lines in the new one.</summary>
/// <param name="OldStart">The first line in the old text, from 0.</param>
/// <param name="OldCount">How many lines of the old text it takes.</param>
/// <param name="NewStart">The first line in the new text, from 0.</param>
/// <param name="NewCount">How many lines of the new text it gives.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct LineChange(int OldStart, int OldCount, int NewStart, int NewCount)
{
    /// <summary>The line after the change in the old text.</summary>
    public int OldEnd => OldStart + OldCount;

    /// <summary>The line after the change in the new text.</summary>
    public int NewEnd => NewStart + NewCount;
}
