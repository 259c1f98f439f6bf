using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using Common.Logging;
using Common.Time;
using Common.Tool.Events;
using Common.Tool.Shell;

namespace Common.Tool.Logs.Commands;

/// <summary><c>common logs stats</c>: which events there are, of which kind, how many, how fast.</summary>
internal static class StatsCommand
{
    private const string Unknown = "-";

    /// <summary>Makes the command.</summary>
    public static Command Create()
    {
        var files = LogFiles.Argument();
        var filter = new LogFilter();
        var catalogue = new Option<string?>("--catalogue")
        {
            Description =
                "A service's assembly or folder, as for 'common events list': a log says levels, a catalogue the kinds that they come from.",
        };
        var command = new ToolCommand(
            "stats",
            "Counts records by level or kind and by event, with their rates, the most frequent first.",
            "common logs stats orders.log inventory.log",
            "common logs stats orders.log --catalogue publish --since 2026-11-21T10:00:00Z"
        )
        {
            files,
            catalogue,
        };
        foreach (var option in filter.Options)
        {
            command.Add(option);
        }

        return command.Runs(
            (parse, console) =>
            {
                var kinds = Kinds(parse.GetValue(catalogue));
                var isWanted = filter.Read(parse);
                return Run(parse.GetValue(files) ?? [], isWanted, new EventCounts(kinds), console);
            }
        );
    }

    private static Dictionary<string, string> Kinds(string? catalogue) =>
        catalogue is null
            ? []
            : EventEntries
                .Of(catalogue)
                .DistinctBy(e => e.Name)
                .ToDictionary(e => e.Name, e => e.Kind, StringComparer.Ordinal);

    private static ExitCode Run(
        string[] files,
        Func<LogRecord, bool> isWanted,
        EventCounts counts,
        ToolConsole console
    )
    {
        var others = 0L;
        foreach (var line in LogFiles.Read(files))
        {
            if (!LogRecordReader.TryRead(line.Text, out var record))
            {
                others += LogRecordReader.IsContinuation(line.Text) ? 0 : 1;
            }
            else if (isWanted(record))
            {
                counts.Add(record);
            }
        }

        WriteLines(console, counts, others);
        console.Document(writer => Write(writer, counts, others));
        return ExitCode.Success;
    }

    private static void WriteLines(ToolConsole console, EventCounts counts, long others)
    {
        var seconds = counts.Time?.Duration.TotalSeconds ?? 0;
        foreach (var (kind, level, count) in counts.Kinds)
        {
            console.Line($"{Figures(count, seconds)}  {Kind(kind, level)}".TrimEnd());
        }

        var events = counts.Events;
        if (events.Count > 0)
        {
            console.Line();
        }

        var width = events.Select(e => SafeText.Of(e.Key.Service).Length).DefaultIfEmpty().Max();
        foreach (var (key, count) in events)
        {
            console.Line(
                $"{Figures(count, seconds)}  {Kind(key.Kind, key.Level)}  {SafeText.Of(key.Service).PadRight(width)}  {SafeText.Of(key.Event)}"
            );
        }

        console.Line(
            string.Create(
                CultureInfo.InvariantCulture,
                $"{counts.Total:#,0} records in {seconds:#,0.0} s, {others:#,0} lines that are none"
            ),
            Tone.Faint
        );
    }

    private static string Kind(string? kind, string level) =>
        $"{SafeText.Of(level), -5}  {SafeText.Of(kind ?? Unknown), -10}";

    private static string Figures(long count, double seconds)
    {
        var rate =
            seconds > 0
                ? (count / seconds).ToString("#,0.00", CultureInfo.InvariantCulture) + "/s"
                : Unknown;
        return string.Create(CultureInfo.InvariantCulture, $"{count, 10:#,0}  {rate, 12}");
    }

    private static void Write(Utf8JsonWriter writer, EventCounts counts, long others)
    {
        writer.WriteNumber("records", counts.Total);
        writer.WriteNumber("otherLines", others);
        if (counts.Time is { } time)
        {
            writer.WriteString("first", Rfc3339.Format(time.Start));
            writer.WriteString("last", Rfc3339.Format(time.End));
        }

        writer.WriteStartArray("kinds");
        foreach (var (kind, level, count) in counts.Kinds)
        {
            writer.WriteStartObject();
            writer.WriteString("kind", kind);
            writer.WriteString("level", level);
            writer.WriteNumber("count", count);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteStartArray("events");
        foreach (var (key, count) in counts.Events)
        {
            writer.WriteStartObject();
            writer.WriteString("service", key.Service);
            writer.WriteString("event", key.Event);
            writer.WriteString("kind", key.Kind);
            writer.WriteString("level", key.Level);
            writer.WriteNumber("count", count);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }
}
