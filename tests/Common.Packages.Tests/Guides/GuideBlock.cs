namespace Common.Packages.Tests.Guides;

/// <summary>A code block of a guide.</summary>
/// <param name="Line">The line of its fence.</param>
/// <param name="Language">The first word after the fence.</param>
/// <param name="Mark">The second: a file to write, <c>serves</c> for a command that keeps running, or nothing.</param>
/// <param name="Code">What stands between the fences.</param>
internal sealed record GuideBlock(int Line, string Language, string Mark, string Code)
{
    /// <summary>Reads the blocks of a guide.</summary>
    public static IEnumerable<GuideBlock> Read(IReadOnlyList<string> lines)
    {
        for (var i = 0; i < lines.Count; i++)
        {
            if (!lines[i].StartsWith("```", StringComparison.Ordinal))
                continue;
            var start = i;
            while (++i < lines.Count && lines[i] != "```") { }
            var words = lines[start][3..].Split(' ', 2);
            yield return new(
                start + 1,
                words[0],
                words.Length > 1 ? words[1].Trim() : "",
                string.Join('\n', lines.Skip(start + 1).Take(i - start - 1)) + "\n"
            );
        }
    }
}
