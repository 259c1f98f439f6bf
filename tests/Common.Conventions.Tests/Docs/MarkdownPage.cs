using System.Text.RegularExpressions;

namespace Common.Conventions.Tests.Docs;

/// <summary>A page of the documentation, taken apart.</summary>
internal sealed partial class MarkdownPage
{
    private MarkdownPage(string file)
    {
        File = file;
        Read(Repository.Lines(file));
    }

    /// <summary>All pages.</summary>
    public static IReadOnlyList<MarkdownPage> All { get; } =
    [
        .. Repository
            .FilesOf("", ".md")
            .Where(f => !f.Contains("/content/", StringComparison.Ordinal))
            .Select(f => new MarkdownPage(f)),
    ];

    /// <summary>The page's path from the root.</summary>
    public string File { get; }

    /// <summary>Its code blocks.</summary>
    public List<CodeBlock> Blocks { get; } = [];

    /// <summary>Its headings: the level, and the text.</summary>
    public List<(int Level, string Text)> Headings { get; } = [];

    /// <summary>What its links and images point at, with the line.</summary>
    public List<(string Target, int Line)> Links { get; } = [];

    /// <summary>The names by which links reach its headings.</summary>
    public IEnumerable<string> Anchors => Headings.Select(h => Anchor(h.Text));

    /// <inheritdoc/>
    public override string ToString() => File;

    private void Read(string[] lines)
    {
        var given = "";
        for (var i = 0; i < lines.Length; i++)
        {
            var line = lines[i];
            if (Fence().Match(line) is { Success: true } fence)
            {
                var start = i + 1;
                while (++i < lines.Length && lines[i].Trim() != "```") { }
                var indent = fence.Groups["indent"].Length;
                var code = lines[start..Math.Min(i, lines.Length)]
                    .Select(l => l.Length >= indent ? l[indent..] : l);
                Blocks.Add(
                    new(
                        this,
                        start + 1,
                        fence.Groups["language"].Value,
                        fence.Groups["rest"].Value.Trim(),
                        given,
                        string.Join('\n', code)
                    )
                );
                given = "";
            }
            else if (line.Trim() == "<!-- given")
            {
                var start = i + 1;
                while (++i < lines.Length && lines[i].Trim() != "-->") { }
                given = string.Join('\n', lines[start..Math.Min(i, lines.Length)]);
            }
            else
            {
                ReadText(line, i + 1);
            }
        }
    }

    private void ReadText(string line, int number)
    {
        if (Heading().Match(line) is { Success: true } heading)
            Headings.Add((heading.Groups["level"].Length, heading.Groups["text"].Value));
        foreach (Match link in Link().Matches(InlineCode().Replace(line, "")))
            Links.Add((link.Groups["target"].Value, number));
    }

    private static string Anchor(string heading) =>
        string.Concat(
            heading
                .Trim()
                .Select(c => c == ' ' ? '-' : char.ToLowerInvariant(c))
                .Where(c => char.IsLetterOrDigit(c) || c is '-' or '_')
        );

    [GeneratedRegex(
        @"^(?<indent> *)```(?<language>[\w#+-]*)(?<rest>.*)$",
        RegexOptions.ExplicitCapture,
        1000
    )]
    private static partial Regex Fence();

    [GeneratedRegex("^(?<level>#{1,6}) +(?<text>.*)$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Heading();

    [GeneratedRegex(@"\]\((?<target>[^)\s]+)[^)]*\)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Link();

    [GeneratedRegex("`[^`]*`", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex InlineCode();
}
