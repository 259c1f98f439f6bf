using System.Globalization;
using NuGet.Versioning;

namespace Common.Tool.Release;

/// <summary>Reads and stamps the changelog: <c>## [Unreleased]</c>, and <c>## [1.0.0] - 2026-11-21</c>.</summary>
internal static class ReleaseNotes
{
    private const string Unreleased = "## [Unreleased]";

    /// <summary>Whether something is said of what is not released yet.</summary>
    public static bool HasEntries(string text) =>
        Lines(text)
            .SkipWhile(l => l != Unreleased)
            .Skip(1)
            .TakeWhile(l => !l.StartsWith("## ", StringComparison.Ordinal))
            .Any(l => l.StartsWith("- ", StringComparison.Ordinal));

    /// <summary>The text with what was unreleased under the version and the day.</summary>
    public static string Stamp(string text, NuGetVersion version, DateOnly date)
    {
        var heading = string.Create(
            CultureInfo.InvariantCulture,
            $"{Unreleased}\n\n## [{version}] - {date:yyyy-MM-dd}"
        );
        return string.Join('\n', Lines(text).Select(l => l == Unreleased ? heading : l));
    }

    /// <summary>Whether a release is in it.</summary>
    public static bool HasRelease(string text) => Releases(text).Any();

    /// <summary>The first release of the last major version and its day; it need not be called <c>N.0.0</c>.</summary>
    public static (NuGetVersion Version, DateOnly Day)? LastMajor(string text) =>
        Releases(text)
            .GroupBy(r => r.Version.Major)
            .OrderByDescending(g => g.Key)
            .Select(g => ((NuGetVersion, DateOnly)?)g.MinBy(r => r.Version))
            .FirstOrDefault();

    private static IEnumerable<(NuGetVersion Version, DateOnly Day)> Releases(string text)
    {
        foreach (var line in Lines(text))
        {
            if (
                line.Split("] - ") is [var name, var day]
                && name.StartsWith("## [", StringComparison.Ordinal)
                && NuGetVersion.TryParse(name[4..], out var version)
                && DateOnly.TryParseExact(
                    day,
                    "yyyy-MM-dd",
                    CultureInfo.InvariantCulture,
                    DateTimeStyles.None,
                    out var date
                )
            )
            {
                yield return (version, date);
            }
        }
    }

    private static IEnumerable<string> Lines(string text) =>
        text.ReplaceLineEndings("\n").Split('\n').Select(l => l.TrimEnd());
}
