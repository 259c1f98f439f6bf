using System.CommandLine;
using Common.Tool.Incubator.Copies;
using Common.Tool.Shell;

namespace Common.Tool.Incubator.Commands;

/// <summary><c>common incubator check</c>: fails on what must not stay as it is. For CI.</summary>
internal static class CheckCommand
{
    /// <summary>Makes the command.</summary>
    public static Command Create() =>
        new ToolCommand(
            "check",
            "Fails on a copy that was edited, is behind, is damaged, has graduated or is named by an advisory. For CI.",
            "common incubator check",
            "common incubator check --project src/Orders --json"
        )
        {
            IncubatorOptions.Project(),
            IncubatorOptions.Source(),
            IncubatorOptions.Wait(),
        }.Runs(RunAsync);

    private static async Task<ExitCode> RunAsync(
        ParseResult parse,
        ToolConsole console,
        CancellationToken cancellationToken
    )
    {
        var source = IncubatorOptions.OpenSource(parse);
        using var workspace = await IncubatorOptions
            .OpenAsync(parse, create: false, cancellationToken)
            .ConfigureAwait(false);
        IReadOnlyList<CopyState> states;
        using (var progress = console.Progress("comparing", workspace.Lock.Modules.Count))
        {
            states = Inspector.Inspect(workspace, source, verifyBase: true, progress.Step);
        }

        var findings = CheckFindings.Of(workspace, states, source).ToList();
        foreach (var finding in findings)
        {
            var tone = finding.Code == ExitCode.Success ? Tone.Warning : Tone.Bad;
            console.Line($"{console.Paint(finding.Kind, tone)}: {finding.Text}");
        }

        var code = findings.Select(finding => finding.Code).DefaultIfEmpty(ExitCode.Success).Max();
        if (code == ExitCode.Success)
        {
            console.Line($"{states.Count} copies checked: as they should be.", Tone.Good);
        }

        console.Document(writer =>
        {
            writer.WriteNumber("copies", states.Count);
            writer.WriteStartArray("findings");
            foreach (var finding in findings)
            {
                writer.WriteStartObject();
                writer.WriteString("kind", finding.Kind);
                writer.WriteString("module", finding.Module);
                writer.WriteString("path", finding.Path);
                writer.WriteString("text", finding.Text);
                writer.WriteNumber("exitCode", (int)finding.Code);
                writer.WriteEndObject();
            }

            writer.WriteEndArray();
        });
        return code;
    }
}
