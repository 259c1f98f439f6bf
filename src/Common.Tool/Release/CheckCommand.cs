using System.CommandLine;
using Common.Tool.Shell;

namespace Common.Tool.Release;

/// <summary><c>common release check</c>: verifies the policy from the built packages and the record.</summary>
internal static class CheckCommand
{
    private const string SarifName = "--sarif";

    /// <summary>Makes the command.</summary>
    public static Command Create() =>
        new ToolCommand(
            "check",
            "Verifies the life-cycle policy from the built packages and the record of releases alone.",
            "common release check --packages artifacts",
            "common release check --packages artifacts --sarif check.sarif --json"
        )
        {
            ReleaseOptions.Packages(),
            ReleaseOptions.Root(),
            new Option<string?>(SarifName)
            {
                Description = "Writes the findings to a SARIF file too.",
            },
        }.Runs(Run);

    private static ExitCode Run(ParseResult parse, ToolConsole console)
    {
        var release = ReleaseOptions.Open(parse);
        if (parse.GetValue<string?>(SarifName) is { } sarif)
        {
            File.WriteAllText(sarif, Sarif.Write(release.Findings));
        }

        Report(console, release);
        return release.Findings.Count == 0 ? ExitCode.Success : ExitCode.Drift;
    }

    /// <summary>Writes the findings for people and for machines.</summary>
    public static void Report(ToolConsole console, CoverageOfRelease release)
    {
        foreach (var finding in release.Findings)
        {
            var line = finding.Line == 0 ? "" : $"({finding.Line})";
            console.Line(
                $"{finding.Where}{line}: {console.Paint(finding.Rule, Tone.Bad)} {finding.Message}"
            );
        }

        console.Line(
            release.Findings.Count == 0
                ? $"{release.Packages.Count} packages keep the policy for {release.Repository.Version}."
                : $"{release.Findings.Count} findings in {release.Packages.Count} packages for {release.Repository.Version}.",
            release.Findings.Count == 0 ? Tone.Good : Tone.Bad
        );
        console.Document(writer =>
        {
            writer.WriteString("version", release.Repository.Version.ToNormalizedString());
            writer.WriteStartArray("findings");
            foreach (var finding in release.Findings)
            {
                writer.WriteStartObject();
                writer.WriteString("rule", finding.Rule);
                writer.WriteString("where", finding.Where);
                writer.WriteNumber("line", finding.Line);
                writer.WriteString("message", finding.Message);
                writer.WriteEndObject();
            }

            writer.WriteEndArray();
        });
    }
}
