using System.CommandLine;
using System.Globalization;
using Common.Tool.Shell;

namespace Common.Tool.Baseline;

/// <summary><c>common baseline write</c>: writes <c>common.baseline.txt</c> from what a build reported.</summary>
internal static class BaselineWriteCommand
{
    private const string FileName = "common.baseline.txt";
    private const string SarifName = "--sarif";
    private const string ProjectName = "--project";

    /// <summary>Makes the command.</summary>
    public static Command Create() =>
        new ToolCommand(
            "write",
            "Writes common.baseline.txt of a project from the SARIF log of a build with CommonRules=Enforce.",
            "dotnet build --no-incremental -p:CommonRules=Enforce -p:ErrorLog=build.sarif%2Cversion=2.1",
            "common baseline write --sarif build.sarif --project src/Orders"
        )
        {
            new Option<string>(SarifName)
            {
                Description = "The log of the build.",
                Required = true,
            },
            new Option<string>(ProjectName)
            {
                Description = "The folder of the project, which the file is written to.",
                DefaultValueFactory = _ => ".",
            },
        }.Runs(Run);

    private static ExitCode Run(ParseResult parse, ToolConsole console)
    {
        var folder = Path.GetFullPath(parse.GetValue<string>(ProjectName)!);
        if (!Directory.Exists(folder))
        {
            throw new ToolException(ExitCode.Usage, $"There is no project's folder at {folder}.");
        }

        var findings = SarifLog.Read(parse.GetValue<string>(SarifName)!, folder);
        var lines = findings
            .GroupBy(f => f)
            .Select(g =>
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{g.Key.Rule}\t{g.Key.Path}\t{g.Count()}"
                )
            )
            .Order(StringComparer.Ordinal)
            .ToList();
        var file = Path.Combine(folder, FileName);
        File.WriteAllText(file, string.Concat(lines.Select(l => l + "\n")));
        console.Line(
            string.Create(
                CultureInfo.InvariantCulture,
                $"{findings.Count} findings in {lines.Count} lines of {file}."
            ),
            Tone.Good
        );
        console.Document(writer =>
        {
            writer.WriteString("file", file);
            writer.WriteNumber("findings", findings.Count);
        });
        return ExitCode.Success;
    }
}
