using System.CommandLine;
using System.Text.Json;
using Common.Tool.Incubator.Copies;
using Common.Tool.Incubator.Source;
using Common.Tool.Shell;

namespace Common.Tool.Incubator.Commands;

/// <summary><c>common incubator status</c>: says what is copied and how it differs.</summary>
internal static class StatusCommand
{
    /// <summary>Makes the command.</summary>
    public static Command Create() =>
        new ToolCommand(
            "status",
            "Says which modules are copied, which files were edited, and what upstream has changed since.",
            "common incubator status",
            "common incubator status --project src/Orders --json"
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
            states = Inspector.Inspect(workspace, source, verifyBase: false, progress.Step);
        }

        foreach (var state in states)
        {
            WriteLines(console, state, source);
        }

        if (states.Count == 0)
        {
            console.Line("No module is copied here. See: common incubator list");
        }

        var conflicts = workspace.Pending?.Conflicted ?? [];
        foreach (var path in conflicts)
        {
            console.Line($"  {console.Paint("conflict".PadRight(11), Tone.Bad)} {path}");
        }

        console.Document(writer =>
        {
            writer.WriteStartArray("modules");
            foreach (var state in states)
            {
                Write(writer, state);
            }

            writer.WriteEndArray();
            writer.WriteStartArray("conflicts");
            foreach (var path in conflicts)
            {
                writer.WriteStringValue(path);
            }

            writer.WriteEndArray();
        });
        if (conflicts.Count > 0)
        {
            return ExitCode.Conflicts;
        }

        return states.Any(state => state.Behind > 0 || state.Drift.Any())
            ? ExitCode.Drift
            : ExitCode.Success;
    }

    private static void WriteLines(ToolConsole console, CopyState state, IncubatorSource source)
    {
        var upstream = state switch
        {
            { IsKnown: false } => console.Paint("not in this incubator", Tone.Warning),
            { Behind: 0 } => console.Paint("up to date", Tone.Good),
            _ => console.Paint($"{state.Behind} changed in {source.Version}", Tone.Warning),
        };
        var graduated = state.Graduated is { } to ? $", graduated to {to.Package}" : "";
        console.Line(
            $"{console.Paint(state.Module, Tone.Strong)} {state.Lock.Version} in {state.Lock.Folder}: {state.Lock.Files.Count} files, {upstream}{graduated}"
        );
        foreach (var file in state.Files.Where(file => file.Status != FileStatus.Unchanged))
        {
            var word = Words.Of(file.Status).PadRight(11);
            var tone = file.IsDrift ? Tone.Warning : Tone.Faint;
            var moved = file.MovedTo is null ? "" : $" -> {file.MovedTo}";
            var reason = file.Status == FileStatus.Accepted ? $" ({file.Entry!.Reason})" : "";
            console.Line($"  {console.Paint(word, tone)} {file.Path}{moved}{reason}");
        }
    }

    private static void Write(Utf8JsonWriter writer, CopyState state)
    {
        writer.WriteStartObject();
        writer.WriteString("module", state.Module);
        writer.WriteString("version", state.Lock.Version);
        writer.WriteString("folder", state.Lock.Folder);
        writer.WriteString("namespace", state.Lock.Namespace);
        writer.WriteNumber("behind", state.Behind);
        writer.WriteString("graduatedTo", state.Graduated?.Package);
        writer.WriteStartArray("files");
        foreach (var file in state.Files.Where(file => file.Status != FileStatus.Unchanged))
        {
            writer.WriteStartObject();
            writer.WriteString("path", file.Path);
            writer.WriteString("status", Words.Of(file.Status));
            if (file.MovedTo is not null)
            {
                writer.WriteString("movedTo", file.MovedTo);
            }

            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
    }
}
