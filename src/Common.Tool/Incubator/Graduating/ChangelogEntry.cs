namespace Common.Tool.Incubator.Graduating;

/// <summary>Writes into the changelog that a module has become a package.</summary>
internal static class ChangelogEntry
{
    private const string Unreleased = "## [Unreleased]";
    private const string Deprecated = "### Deprecated";

    /// <summary>Writes the entry under <c>### Deprecated</c> of what is not released yet.</summary>
    /// <param name="text">The normalised text of the changelog.</param>
    /// <param name="entry">The entry's line.</param>
    /// <returns>The new text, or <see langword="null"/> if it has no section for what is not released yet.</returns>
    public static string? Add(string text, string entry)
    {
        var lines = text.Split('\n').ToList();
        var start = lines.FindIndex(line => line.TrimEnd() == Unreleased);
        if (start < 0)
        {
            return null;
        }

        var end = lines.FindIndex(
            start + 1,
            line => line.StartsWith("## ", StringComparison.Ordinal)
        );
        end = end < 0 ? lines.Count : end;
        var section = lines.FindIndex(start, end - start, line => line.TrimEnd() == Deprecated);
        if (section < 0)
        {
            lines.InsertRange(start + 1, ["", Deprecated, "", entry]);
        }
        else
        {
            var blank = section + 1 < lines.Count && lines[section + 1].Trim().Length == 0;
            lines.Insert(section + (blank ? 2 : 1), entry);
        }

        return string.Join('\n', lines);
    }
}
