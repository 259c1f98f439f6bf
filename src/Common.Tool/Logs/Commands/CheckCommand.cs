using System.CommandLine;
using System.Globalization;
using System.Text;
using Common.Logging;
using Common.Tool.Shell;

namespace Common.Tool.Logs.Commands;

/// <summary><c>common logs check</c>: says which lines are not ours, and why.</summary>
internal static class CheckCommand
{
    private const int MostShown = 20;
    private const int LongestExcerpt = 120;

    // Container runtimes split lines there; the services' own default limit.
    private const int LongestLine = 16_384;

    /// <summary>Makes the command.</summary>
    public static Command Create()
    {
        var files = LogFiles.Argument();
        return new ToolCommand(
            "check",
            "Says which lines are no records of ours, and why. Ends with 1 if there are any.",
            "common logs check orders.log"
        )
        {
            files,
        }.Runs((parse, console) => Run(parse.GetValue(files) ?? [], console));
    }

    private static ExitCode Run(string[] files, ToolConsole console)
    {
        var (lines, wrong) = (0L, 0L);
        List<(LogLine Line, string Reason)> shown = [];
        foreach (var line in LogFiles.Read(files))
        {
            lines++;
            if (Reason(line) is { } reason)
            {
                wrong++;
                if (shown.Count < MostShown)
                {
                    shown.Add((line, reason));
                }
            }
        }

        foreach (var (line, reason) in shown)
        {
            console.Line(
                $"{SafeText.Of(line.File)}:{line.Number}: {console.Paint(reason, Tone.Bad)}: {Excerpt(line.Text)}"
            );
        }

        console.Line(
            string.Create(
                CultureInfo.InvariantCulture,
                $"{lines:#,0} lines, {wrong:#,0} of them not ours"
            ),
            wrong == 0 ? Tone.Good : Tone.Bad
        );
        console.Document(writer =>
        {
            writer.WriteNumber("lines", lines);
            writer.WriteNumber("wrong", wrong);
            writer.WriteStartArray("first");
            foreach (var (line, reason) in shown)
            {
                writer.WriteStartObject();
                writer.WriteString("file", line.File);
                writer.WriteNumber("line", line.Number);
                writer.WriteString("reason", reason);
                writer.WriteEndObject();
            }

            writer.WriteEndArray();
        });
        return wrong == 0 ? ExitCode.Success : ExitCode.Drift;
    }

    private static string? Reason(LogLine line) =>
        line.Text.Length == 0 ? "an empty line"
        : !line.IsUtf8 ? "no UTF-8"
        : Encoding.UTF8.GetByteCount(line.Text) > LongestLine ? $"more than {LongestLine} bytes"
        : SafeText.IsNeededFor(line.Text) ? "characters that a terminal would obey"
        : LogRecordReader.TryRead(line.Text, out _) || LogRecordReader.IsContinuation(line.Text)
            ? null
        : line.Text[0] == '{' ? "JSON, but no record"
        : "neither a record nor a line that goes on with one";

    private static string Excerpt(string line)
    {
        var safe = SafeText.Of(line);
        return safe.Length <= LongestExcerpt ? safe : $"{safe[..LongestExcerpt]}…";
    }
}
