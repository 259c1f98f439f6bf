using System.Text;

namespace Common.Tool.Incubator.Merging;

/// <summary>Writes differences in the unified format, which <c>patch</c> and <c>git apply</c> read.</summary>
internal static class UnifiedDiff
{
    private const int Context = 3;

    /// <summary>Writes the differences of two normalised texts.</summary>
    /// <param name="path">The file's path; it is written as <c>a/path</c> and <c>b/path</c>.</param>
    /// <param name="old">The old text; <see langword="null"/> if there was no file.</param>
    /// <param name="new">The new text; <see langword="null"/> if there is no file any more.</param>
    /// <returns>The differences, or an empty text if there are none.</returns>
    public static string Write(string path, string? old, string? @new)
    {
        var (left, right) = (LineDiff.Lines(old ?? ""), LineDiff.Lines(@new ?? ""));
        var changes = LineDiff.Compare(left, right);
        if (changes.Count == 0)
        {
            return "";
        }

        var text = new StringBuilder();
        text.Append("--- ").Append(old is null ? "/dev/null" : $"a/{path}").Append('\n');
        text.Append("+++ ").Append(@new is null ? "/dev/null" : $"b/{path}").Append('\n');
        for (var i = 0; i < changes.Count; )
        {
            var last = i;
            while (
                last + 1 < changes.Count
                && changes[last + 1].OldStart - changes[last].OldEnd <= 2 * Context
            )
            {
                last++;
            }

            WriteHunk(text, left, right, [.. changes.Skip(i).Take(last - i + 1)]);
            i = last + 1;
        }

        return text.ToString();
    }

    private static void WriteHunk(
        StringBuilder text,
        string[] left,
        string[] right,
        IReadOnlyList<LineChange> changes
    )
    {
        var start = Math.Max(0, changes[0].OldStart - Context);
        var end = Math.Min(left.Length, changes[^1].OldEnd + Context);
        var newStart = changes[0].NewStart - (changes[0].OldStart - start);
        var newEnd = changes[^1].NewEnd + (end - changes[^1].OldEnd);
        text.Append("@@ -").Append(Range(start, end)).Append(" +");
        text.Append(Range(newStart, newEnd)).Append(" @@\n");
        var position = start;
        foreach (var change in changes)
        {
            Lines(text, ' ', left.AsSpan(position, change.OldStart - position));
            Lines(text, '-', left.AsSpan(change.OldStart, change.OldCount));
            Lines(text, '+', right.AsSpan(change.NewStart, change.NewCount));
            position = change.OldEnd;
        }

        Lines(text, ' ', left.AsSpan(position, end - position));
    }

    private static string Range(int start, int end) =>
        start == end ? $"{start},0" : $"{start + 1},{end - start}";

    private static void Lines(StringBuilder text, char sign, ReadOnlySpan<string> lines)
    {
        foreach (var line in lines)
        {
            text.Append(sign).Append(line).Append('\n');
        }
    }
}
