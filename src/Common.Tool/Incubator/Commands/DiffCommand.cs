using System.CommandLine;
using Common.Tool.Incubator.Copies;
using Common.Tool.Shell;

namespace Common.Tool.Incubator.Commands;

/// <summary><c>common incubator diff</c>: shows the service's edits and upstream's changes apart.</summary>
internal static class DiffCommand
{
    /// <summary>Makes the command.</summary>
    public static Command Create()
    {
        var modules = new Argument<string[]>("module")
        {
            Description = "The modules to compare. The default is all.",
            Arity = ArgumentArity.ZeroOrMore,
        };
        return new ToolCommand(
            "diff",
            "Shows two differences apart: what you changed, and what upstream has changed since.",
            "common incubator diff",
            "common incubator diff web"
        )
        {
            modules,
            IncubatorOptions.Project(),
            IncubatorOptions.Source(),
            IncubatorOptions.Wait(),
        }.Runs(
            (parse, console, cancellationToken) =>
                RunAsync(parse, console, parse.GetValue(modules)!, cancellationToken)
        );
    }

    private static async Task<ExitCode> RunAsync(
        ParseResult parse,
        ToolConsole console,
        string[] names,
        CancellationToken cancellationToken
    )
    {
        var source = IncubatorOptions.OpenSource(parse);
        using var workspace = await IncubatorOptions
            .OpenAsync(parse, create: false, cancellationToken)
            .ConfigureAwait(false);
        Guards.RefuseUnknown(workspace, names);
        var differences = new List<CopyDifference>();
        foreach (var (name, module) in workspace.Lock.Sorted())
        {
            if (names.Length == 0 || names.Contains(name, StringComparer.Ordinal))
            {
                differences.AddRange(CopyDifferences.Of(workspace, source, name, module));
            }
        }

        WriteLines(console, "What you changed", differences, byUpstream: false);
        WriteLines(
            console,
            $"What upstream changed, up to {source.Version}",
            differences,
            byUpstream: true
        );
        if (differences.Count == 0)
        {
            console.Line("No differences.", Tone.Good);
        }

        console.Document(writer =>
        {
            writer.WriteStartArray("differences");
            foreach (var difference in differences)
            {
                writer.WriteStartObject();
                writer.WriteString("module", difference.Module);
                writer.WriteString("path", difference.Path);
                writer.WriteString("by", difference.ByUpstream ? "upstream" : "you");
                writer.WriteString("patch", difference.Patch);
                writer.WriteEndObject();
            }

            writer.WriteEndArray();
        });
        return ExitCode.Success;
    }

    private static void WriteLines(
        ToolConsole console,
        string title,
        IEnumerable<CopyDifference> differences,
        bool byUpstream
    )
    {
        var list = differences.Where(difference => difference.ByUpstream == byUpstream).ToList();
        if (list.Count == 0)
        {
            return;
        }

        console.Line(title, Tone.Strong);
        foreach (var line in list.SelectMany(d => d.Patch.TrimEnd('\n').Split('\n')))
        {
            var tone = line[0] switch
            {
                '+' => Tone.Good,
                '-' => Tone.Bad,
                '@' => Tone.Faint,
                _ => Tone.Plain,
            };
            console.Line(line, tone);
        }
    }
}
