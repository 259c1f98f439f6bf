namespace Common.Analyzers.Lifecycle.Author;

/// <summary>Reads and writes the changelog's entries of deprecations.</summary>
internal static class ChangelogText
{
    /// <summary>The name of the file.</summary>
    public const string FileName = "CHANGELOG.md";

    private const string VersionStart = "## ";
    private const string Section = "### Deprecated";
    private const string Unreleased = "## [Unreleased]";

    /// <summary>The names in backquotes of all entries under a heading <c>Deprecated</c>.</summary>
    /// <param name="lines">The changelog.</param>
    /// <param name="latest">The last release of the record, if there is one: what stands under its heading or below was announced then.</param>
    public static DeprecatedEntries Read(IEnumerable<string> lines, Release? latest)
    {
        var all = new HashSet<string>(StringComparer.Ordinal);
        var coming = new HashSet<string>(StringComparer.Ordinal);
        var isInSection = false;
        var isReleased = false;
        foreach (var line in lines)
        {
            if (line is ['#', ..])
            {
                isInSection = line.TrimEnd() == Section;
                isReleased = line.StartsWith(VersionStart, StringComparison.Ordinal)
                    ? IsReleased(line, latest)
                    : isReleased;
            }
            else if (isInSection)
            {
                var names = line.Split('`').Where((_, i) => i % 2 == 1).ToList();
                all.UnionWith(names);
                if (!isReleased)
                {
                    coming.UnionWith(names);
                }
            }
        }

        return new DeprecatedEntries(all, coming);
    }

    // `## [1.2.0] - 2026-11-22`, `## 1.2.0`
    private static bool IsReleased(string heading, Release? latest)
    {
        var version = heading.Substring(VersionStart.Length).Split(' ')[0].Trim('[', ']');
        return latest is not null
            && Release.TryParse(version) is { } release
            && release.IsNotAfter(latest);
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
