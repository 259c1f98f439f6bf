using System.Text.RegularExpressions;

namespace Common.Conventions.Tests;

/// <summary>What no file of the repository may hold.</summary>
public sealed partial class TextTests
{
    private const int MostLines = 400;
    private const int MostLinesOfReadme = 150;

    private static readonly string[] Extensions =
    [
        ".cs",
        ".csproj",
        ".props",
        ".targets",
        ".proj",
        ".json",
        ".md",
        ".yml",
        ".yaml",
        ".sh",
        ".txt",
        ".editorconfig",
        ".config",
        "",
    ];

    // Put together here, so that this file does not break its own rule.
    private static readonly string[] Hosts =
    [
        "nuget" + ".org",
        "pkgs.dev" + ".azure.com",
        "nuget.pkg" + ".github.com",
        "mcr." + "microsoft.com",
        "registry" + ".npmjs.org",
        "ghcr" + ".io",
        "docker" + ".io",
    ];

    [Fact]
    public void No_file_names_a_registry()
    {
        Expect.None(
            Texts()
                .Where(t => Hosts.Any(h => t.Line.Contains(h, StringComparison.OrdinalIgnoreCase)))
                .Select(t => t.Where),
            "A registry is the choice of whoever builds; leave it to nuget.config of the machine:"
        );
    }

    [Fact]
    public void No_file_names_a_path_of_a_machine()
    {
        Expect.None(
            Texts().Where(t => MachinePath().IsMatch(t.Line)).Select(t => t.Where),
            "A path of one machine means nothing on another:"
        );
    }

    [Fact]
    public void No_source_has_a_region()
    {
        Expect.None(
            Texts()
                .Where(t => t.Line.TrimStart().StartsWith("#" + "region", StringComparison.Ordinal))
                .Select(t => t.Where),
            "Split the type or the file instead of folding it:"
        );
    }

    [Fact]
    public void No_source_is_left_for_later()
    {
        Expect.None(
            Texts().Where(t => LeftForLater().IsMatch(t.Line)).Select(t => t.Where),
            "Do it, or put it into ROADMAP.md:"
        );
    }

    [Fact]
    public void No_test_is_skipped()
    {
        Expect.None(
            Texts()
                .Where(t =>
                    t.File.EndsWith(".cs", StringComparison.Ordinal) && Skipped().IsMatch(t.Line)
                )
                .Select(t => t.Where),
            "A test that is skipped tells nothing; mend it or delete it:"
        );
    }

    [Fact]
    public void No_source_is_long()
    {
        Expect.None(
            Repository
                .FilesOf("", ".cs", ".md")
                .Where(f => f is not "CHANGELOG.md")
                .Select(f => (File: f, Repository.Lines(f).Length))
                .Where(f => f.Length > MostLines)
                .Select(f => $"{f.File}: {f.Length} lines"),
            $"Split what has more than {MostLines} lines:"
        );
    }

    [Fact]
    public void The_readme_is_short()
    {
        Assert.InRange(Repository.Lines("README.md").Length, 1, MostLinesOfReadme);
    }

    private static IEnumerable<(string File, string Line, string Where)> Texts() =>
        Repository
            .FilesOf("", Extensions)
            .SelectMany(f =>
                Repository.Lines(f).Select((line, i) => (f, line, $"{f}:{i + 1}: {line.Trim()}"))
            );

    [GeneratedRegex(
        @"(?<![\w.~$}*])/(root|work|home/\w+|Users/\w+)/|\b[A-Z]:\\Users",
        RegexOptions.ExplicitCapture,
        1000
    )]
    private static partial Regex MachinePath();

    [GeneratedRegex(
        @"\b(TO" + @"DO|FIX" + @"ME|HA" + @"CK|XX" + @"X)\b",
        RegexOptions.ExplicitCapture,
        1000
    )]
    private static partial Regex LeftForLater();

    [GeneratedRegex(
        @"\bSkip\s*=\s*""|\bAssert\.Skip|\bSkip(When|Unless)\s*=",
        RegexOptions.ExplicitCapture,
        1000
    )]
    private static partial Regex Skipped();
}
