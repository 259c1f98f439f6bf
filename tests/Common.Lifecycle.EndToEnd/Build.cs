using System.Globalization;
using System.Text.Json;
using Common.Packages.Tests;

namespace Common.Lifecycle.EndToEnd;

/// <summary>What a build ended with, and every diagnostic of the compiler and the analyzers, suggestions too.</summary>
/// <param name="Result">The command.</param>
/// <param name="Diagnostics"><c>File.cs(line): severity ID message</c>, sorted; what is suppressed is not among them.</param>
internal sealed record Build(CommandResult Result, IReadOnlyList<string> Diagnostics)
{
    private const string Log = "build.sarif";

    /// <summary>Builds or packs a project.</summary>
    /// <param name="command"><c>build</c> or <c>pack</c>.</param>
    /// <param name="project">The project's file.</param>
    /// <param name="arguments">More arguments.</param>
    public static async Task<Build> RunAsync(
        string command,
        string project,
        params IReadOnlyList<string> arguments
    )
    {
        var folder = Path.GetDirectoryName(project)!;
        var log = Path.Combine(folder, "obj", Log);
        File.Delete(log);
        var result = await Command.DotNetAsync(
            folder,
            [
                command,
                project,
                "--no-restore",
                "-nodeReuse:false",
                "-verbosity:quiet",
                $"-property:ErrorLog={log}%2Cversion=2.1",
                .. arguments,
            ]
        );
        return new(result, File.Exists(log) ? [.. Read(log).Order(StringComparer.Ordinal)] : []);
    }

    /// <summary>Fails with all that was said unless the build succeeded without a warning or suggestion of the policy.</summary>
    public Build MustBeClean()
    {
        Result.MustSucceed();
        return Diagnostics.Count == 0
            ? this
            : throw new InvalidOperationException(string.Join('\n', Diagnostics));
    }

    /// <summary>Fails unless exactly these are reported: <c>File.cs(line): ID: severity</c>.</summary>
    public void MustReport(IEnumerable<string> expected) =>
        Assert.Equal(
            string.Join('\n', expected.Order(StringComparer.Ordinal)),
            string.Join('\n', Diagnostics.Select(Short).Order(StringComparer.Ordinal))
        );

    /// <summary>Fails unless each of these is among the messages, which begin with their ID.</summary>
    public void MustSay(params string[] messages) =>
        Assert.All(
            messages,
            m => Assert.Contains(Diagnostics, d => d.EndsWith(' ' + m, StringComparison.Ordinal))
        );

    /// <inheritdoc/>
    public override string ToString() => $"{string.Join('\n', Diagnostics)}\n{Result}";

    private static string Short(string diagnostic)
    {
        var parts = diagnostic.Split(' ');
        return $"{parts[0]} {parts[2]}: {parts[1]}";
    }

    private static IEnumerable<string> Read(string log)
    {
        using var document = JsonDocument.Parse(File.ReadAllText(log));
        foreach (var run in document.RootElement.GetProperty("runs").EnumerateArray())
        {
            foreach (var result in run.GetProperty("results").EnumerateArray())
            {
                var id = result.GetProperty("ruleId").GetString()!;
                var isSuppressed =
                    result.TryGetProperty("suppressions", out var suppressions)
                    && suppressions.GetArrayLength() > 0;
                if (!isSuppressed && (IsOfThePolicy(id) || IsError(result)))
                {
                    yield return $"{Place(result)}: {Level(result)} {id} {Message(result)}";
                }
            }
        }
    }

    private static bool IsOfThePolicy(string id) =>
        id.StartsWith("CMN", StringComparison.Ordinal)
        || id.StartsWith("ACMED", StringComparison.Ordinal);

    private static bool IsError(JsonElement result) => Level(result) == "error";

    private static string Level(JsonElement result) =>
        result.TryGetProperty("level", out var level) ? level.GetString()! : "warning";

    private static string Message(JsonElement result) =>
        result.GetProperty("message").GetProperty("text").GetString()!;

    private static string Place(JsonElement result)
    {
        if (!result.TryGetProperty("locations", out var all) || all.GetArrayLength() == 0)
        {
            return "-";
        }

        var place = all[0].GetProperty("physicalLocation");
        var uri = place.GetProperty("artifactLocation").GetProperty("uri").GetString()!;
        var line = place.GetProperty("region").GetProperty("startLine").GetInt32();
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{uri[(uri.LastIndexOf('/') + 1)..]}({line})"
        );
    }
}
