using DiffPlex;

namespace Common.Tool.Incubator.Merging;

/// <summary>Finds which lines differ between two normalised texts.</summary>
internal static class LineDiff
{
    private static readonly Differ Differ = new();

    /// <summary>Cuts a normalised text into its lines, without their line endings.</summary>
    public static string[] Lines(string text) => text.Length == 0 ? [] : text[..^1].Split('\n');

    /// <summary>Finds the differences, in order.</summary>
    /// <remarks>
    /// A change that could lie in several places (one of two equal lines was added) lies in the last of them, as git
    /// has it, so that both sides of a merge are cut alike.
    /// </remarks>
    public static IReadOnlyList<LineChange> Compare(string[] old, string[] @new)
    {
        // The texts only tell the two sides apart: the lines are cut already.
        var result = Differ.CreateCustomDiffs(
            "old",
            "new",
            ignoreWhiteSpace: false,
            ignoreCase: false,
            side => side == "old" ? old : @new
        );
        return LineSlider.SlideDown(
            old,
            @new,
            [
                .. result.DiffBlocks.Select(block => new LineChange(
                    block.DeleteStartA,
                    block.DeleteCountA,
                    block.InsertStartB,
                    block.InsertCountB
                )),
            ]
        );
    }

    /// <summary>Measures how much two texts share: from 0 for nothing to 1 for all lines.</summary>
    public static double Similarity(string left, string right)
    {
        var (old, @new) = (Lines(left), Lines(right));
        if (old.Length + @new.Length == 0)
        {
            return 1;
        }

        var removed = Compare(old, @new).Sum(change => change.OldCount);
        return 2.0 * (old.Length - removed) / (old.Length + @new.Length);
    }
}
