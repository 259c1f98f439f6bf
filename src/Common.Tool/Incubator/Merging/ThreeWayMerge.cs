namespace Common.Tool.Incubator.Merging;

/// <summary>Merges what two sides made of one text.</summary>
internal static class ThreeWayMerge
{
    /// <summary>Merges normalised texts.</summary>
    /// <param name="pristine">What both sides began with.</param>
    /// <param name="ours">What the service made of it.</param>
    /// <param name="theirs">What upstream made of it.</param>
    /// <param name="label">How the markers name upstream's version.</param>
    /// <param name="favour">What becomes of conflicts. Each counts as one in any case.</param>
    /// <remarks>As with git, changes that touch one another are a conflict, and equal changes are none.</remarks>
    public static MergeResult Merge(
        string pristine,
        string ours,
        string theirs,
        string label,
        Favour favour = Favour.Markers
    )
    {
        var (@base, left, right) = (
            LineDiff.Lines(pristine),
            LineDiff.Lines(ours),
            LineDiff.Lines(theirs)
        );
        var mine = new Queue<LineChange>(LineDiff.Compare(@base, left));
        var upstream = new Queue<LineChange>(LineDiff.Compare(@base, right));
        var output = new MergeOutput(label, favour);
        var position = 0;
        var (leftShift, rightShift) = (0, 0);
        while (mine.Count + upstream.Count > 0)
        {
            var start = Math.Min(StartOf(mine), StartOf(upstream));
            var end = start;
            var (leftBefore, rightBefore) = (leftShift, rightShift);
            var (leftChanged, rightChanged) = (false, false);
            while (true)
            {
                if (
                    mine.TryPeek(out var change)
                    && Belongs(change, start, end, leftChanged || rightChanged)
                )
                {
                    mine.Dequeue();
                    end = Math.Max(end, change.OldEnd);
                    leftShift += change.NewCount - change.OldCount;
                    leftChanged = true;
                }
                else if (
                    upstream.TryPeek(out change)
                    && Belongs(change, start, end, leftChanged || rightChanged)
                )
                {
                    upstream.Dequeue();
                    end = Math.Max(end, change.OldEnd);
                    rightShift += change.NewCount - change.OldCount;
                    rightChanged = true;
                }
                else
                {
                    break;
                }
            }

            output.Add(@base.AsSpan(position, start - position));
            var leftLines = left[(start + leftBefore)..(end + leftShift)];
            var rightLines = right[(start + rightBefore)..(end + rightShift)];
            if (!rightChanged || (leftChanged && leftLines.SequenceEqual(rightLines)))
            {
                output.Add(leftLines);
            }
            else if (!leftChanged)
            {
                output.Add(rightLines);
            }
            else
            {
                output.AddConflict(leftLines, rightLines);
            }

            position = end;
        }

        output.Add(@base.AsSpan(position));
        return output.ToResult();
    }

    private static int StartOf(Queue<LineChange> changes) =>
        changes.TryPeek(out var change) ? change.OldStart : int.MaxValue;

    private static bool Belongs(LineChange change, int start, int end, bool any) =>
        any ? change.OldStart <= end : change.OldStart == start;
}
