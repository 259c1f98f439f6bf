using System.Text.Json;
using Common.Tool.Shell;

namespace Common.Tool.Baseline;

/// <summary>Reads the log that a build writes (SARIF 2.1.0).</summary>
internal static class SarifLog
{
    /// <summary>The findings of our rules in files of a folder that are not suppressed by other means.</summary>
    /// <param name="path">The log.</param>
    /// <param name="folder">The folder; paths are relative to it.</param>
    public static IReadOnlyList<(string Rule, string Path)> Read(string path, string folder)
    {
        try
        {
            using var document = JsonDocument.Parse(File.ReadAllText(path));
            return
            [
                .. document
                    .RootElement.GetProperty("runs")
                    .EnumerateArray()
                    .SelectMany(run => run.GetProperty("results").EnumerateArray())
                    .Where(result => !IsSuppressed(result))
                    .Select(result => Finding(result, folder))
                    .Where(f => f is not null)
                    .Select(f => f!.Value),
            ];
        }
        catch (Exception exception)
            when (exception is JsonException or KeyNotFoundException or InvalidOperationException)
        {
            throw new ToolException(
                ExitCode.Usage,
                $"{path} is not a SARIF 2.1 log of a build; write one with -p:ErrorLog=build.sarif%2Cversion=2.1.",
                exception
            );
        }
    }

    // What an older baseline keeps quiet is there still, and belongs into the new one.
    private static bool IsSuppressed(JsonElement result) =>
        result.TryGetProperty("suppressions", out var all)
        && all.EnumerateArray().Any(s => !IsOfABaseline(s));

    private static bool IsOfABaseline(JsonElement suppression) =>
        suppression.TryGetProperty("justification", out var reason)
        && reason.GetString()?.Contains("common.baseline.txt", StringComparison.Ordinal) == true;

    private static (string Rule, string Path)? Finding(JsonElement result, string folder)
    {
        var rule = result.GetProperty("ruleId").GetString()!;
        if (
            !rule.StartsWith("CMN", StringComparison.Ordinal)
            || !result.TryGetProperty("locations", out var locations)
            || locations.GetArrayLength() == 0
        )
        {
            return null;
        }

        var uri = locations[0]
            .GetProperty("physicalLocation")
            .GetProperty("artifactLocation")
            .GetProperty("uri")
            .GetString()!;
        var full = Uri.TryCreate(uri, UriKind.Absolute, out var absolute)
            ? absolute.LocalPath
            : Path.GetFullPath(Uri.UnescapeDataString(uri), folder);
        var relative = Path.GetRelativePath(folder, full).Replace('\\', '/');
        return relative.StartsWith("../", StringComparison.Ordinal) ? null : (rule, relative);
    }
}
