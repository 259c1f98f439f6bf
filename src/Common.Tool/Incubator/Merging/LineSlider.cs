namespace Common.Tool.Incubator.Merging;

/// <summary>Moves changes that could lie in several places to the last of them.</summary>
internal static class LineSlider
{
    /// <summary>Slides pure insertions and pure deletions down as far as the lines allow, and joins what then touches.</summary>
    public static IReadOnlyList<LineChange> SlideDown(
        string[] old,
        string[] @new,
        IReadOnlyList<LineChange> changes
    )
    {
        var result = new LinkedList<LineChange>();
        for (var i = changes.Count - 1; i >= 0; i--)
        {
            var change = changes[i];
            var next = result.First?.Value ?? new LineChange(old.Length, 0, @new.Length, 0);
            while (change.OldEnd < next.OldStart && CanSlide(old, @new, change))
            {
                change = change with
                {
                    OldStart = change.OldStart + 1,
                    NewStart = change.NewStart + 1,
                };
            }

            if (result.First is not null && change.OldEnd == next.OldStart)
            {
                result.RemoveFirst();
                change = new LineChange(
                    change.OldStart,
                    change.OldCount + next.OldCount,
                    change.NewStart,
                    change.NewCount + next.NewCount
                );
            }

            result.AddFirst(change);
        }

        return [.. result];
    }

    private static bool CanSlide(string[] old, string[] @new, LineChange change) =>
        change switch
        {
            { OldCount: 0, NewCount: > 0 } => @new[change.NewStart] == old[change.OldStart],
            { OldCount: > 0, NewCount: 0 } => old[change.OldStart] == old[change.OldEnd],
            _ => false,
        };
}
