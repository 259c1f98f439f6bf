namespace Common.Analyzers.Lifecycle.Author;

/// <summary>Reads and writes the changelog's entries of deprecations.</summary>
internal static class ChangelogText
{
    /// <summary>The name of the file.</summary>
    public const string FileName = "CHANGELOG.md";

    private const string Section = "### Deprecated";
    private const string Unreleased = "## [Unreleased]";

    /// <summary>The names in backquotes of all entries under a heading <c>Deprecated</c>.</summary>
    public static HashSet<string> Names(IEnumerable<string> lines)
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        var isInSection = false;
        foreach (var line in lines)
        {
            if (line is ['#', ..])
            {
                isInSection = line.TrimEnd() == Section;
            }
            else if (isInSection)
            {
                var parts = line.Split('`');
                names.UnionWith(parts.Where((_, i) => i % 2 == 1));
            }
        }

        return names;
    }

    /// <summary>The text with an entry under <c>Deprecated</c> of what is not released yet.</summary>
    public static string Add(string text, string entry)
    {
        var lines = text.Replace("\r\n", "\n").Split('\n').ToList();
        var start = lines.FindIndex(l => l.TrimEnd() == Unreleased);
        if (start < 0)
        {
            start = lines.FindIndex(l => l.StartsWith("## ", StringComparison.Ordinal));
            start = start < 0 ? lines.Count : start;
            lines.InsertRange(start, [Unreleased, ""]);
        }

        var end = lines.FindIndex(start + 1, l => l.StartsWith("## ", StringComparison.Ordinal));
        end = end < 0 ? lines.Count : end;
        var section = lines.FindIndex(start, end - start, l => l.TrimEnd() == Section);
        if (section < 0)
        {
            section = start + 1;
            while (section < end && lines[section].Length == 0)
            {
                section++;
            }

            lines.InsertRange(section, [Section, "", entry, ""]);
        }
        else
        {
            var last = lines.FindIndex(section + 1, l => l is ['#', ..]);
            last = last < 0 ? lines.Count : last;
            while (lines[last - 1].Length == 0)
            {
                last--;
            }

            lines.InsertRange(last, last == section + 1 ? ["", entry] : [entry]);
        }

        return string.Join("\n", lines).TrimEnd('\n') + "\n";
    }
}
