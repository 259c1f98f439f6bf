using System.Text.RegularExpressions;

namespace Common.Conventions.Tests;

/// <summary>The changelog is read by people and by the life cycle's rules, so its shape is checked.</summary>
public sealed partial class ChangelogTests
{
    [Fact]
    public void Each_heading_is_a_release_or_a_known_kind_of_change()
    {
        Expect.None(
            Repository
                .Lines("CHANGELOG.md")
                .Where(l => l.StartsWith("##", StringComparison.Ordinal))
                .Where(l => !Release().IsMatch(l) && !Kind().IsMatch(l)),
            "Use '## [Unreleased]', '## [1.2.3] - 2026-11-21', or a '### ' of Added, Changed, Deprecated, Removed, Fixed, Security:"
        );
    }

    [Fact]
    public void Each_entry_begins_with_its_package()
    {
        Expect.None(
            Repository
                .Lines("CHANGELOG.md")
                .Where(l => l.StartsWith("- ", StringComparison.Ordinal))
                .Where(l => !Entry().IsMatch(l)),
            "Begin with the package or the incubating module: '- **Common.Config**: …' or '- **incubator/web**: …':"
        );
    }

    [GeneratedRegex(
        @"^## \[(Unreleased|\d+\.\d+\.\d+\] - \d{4}-\d\d-\d\d)\]?$",
        RegexOptions.ExplicitCapture,
        1000
    )]
    private static partial Regex Release();

    [GeneratedRegex(
        "^### (Added|Changed|Deprecated|Removed|Fixed|Security)$",
        RegexOptions.ExplicitCapture,
        1000
    )]
    private static partial Regex Kind();

    [GeneratedRegex(
        @"^- \*\*(Common\.\w+|incubator/[\w-]+)\*\*: ",
        RegexOptions.ExplicitCapture,
        1000
    )]
    private static partial Regex Entry();
}
