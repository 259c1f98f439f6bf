using System.CommandLine;
using System.Globalization;
using Common.Logging;
using Common.Time;
using Common.Tool.Shell;
using NodaTime;

namespace Common.Tool.Logs.Commands;

/// <summary><c>common logs stats</c>: which events there are, how many, how fast.</summary>
internal static class StatsCommand
{
    /// <summary>Makes the command.</summary>
    public static Command Create()
    {
        var files = LogFiles.Argument();
        var filter = new LogFilter();
        var command = new ToolCommand(
            "stats",
            "Counts the events, with their level and rate, the most frequent first.",
            "common logs stats orders.log inventory.log"
        )
        {
            files,
        };
        foreach (var option in filter.Options)
        {
            command.Add(option);
        }

        return command.Runs(
            (parse, console) => Run(parse.GetValue(files) ?? [], filter.Read(parse), console)
        );
    }

    private static ExitCode Run(string[] files, Func<LogRecord, bool> isWanted, ToolConsole console)
    {
        var counts = new Dictionary<(string Service, string Event, string Level), long>();
        var (total, others) = (0L, 0L);
        var (first, last) = (Instant.MaxValue, Instant.MinValue);
        foreach (var line in LogFiles.Read(files))
        {
            if (!LogRecordReader.TryRead(line.Text, out var record))
            {
                others += LogRecordReader.IsContinuation(line.Text) ? 0 : 1;
            }
            else if (isWanted(record))
            {
                var key = (
                    record.Service,
                    record.EventName ?? $"({record.Logger})",
                    record.SeverityText
                );
                counts[key] = counts.GetValueOrDefault(key) + 1;
                total++;
                (first, last) = (
                    Instant.Min(first, record.Timestamp),
                    Instant.Max(last, record.Timestamp)
                );
            }
        }

        var seconds = total == 0 ? 0 : (last - first).TotalSeconds;
        var rows = counts.OrderByDescending(c => c.Value).ThenBy(c => c.Key).ToList();
        WriteLines(console, rows, total, others, seconds);
        console.Document(writer =>
        {
            writer.WriteNumber("records", total);
            writer.WriteNumber("otherLines", others);
            if (total > 0)
            {
                writer.WriteString("first", Rfc3339.Format(first));
                writer.WriteString("last", Rfc3339.Format(last));
            }

            writer.WriteStartArray("events");
            foreach (var (key, count) in rows)
            {
                writer.WriteStartObject();
                writer.WriteString("service", key.Service);
                writer.WriteString("event", key.Event);
                writer.WriteString("level", key.Level);
                writer.WriteNumber("count", count);
                writer.WriteEndObject();
            }

            writer.WriteEndArray();
        });
        return ExitCode.Success;
    }

    private static void WriteLines(
        ToolConsole console,
        List<KeyValuePair<(string Service, string Event, string Level), long>> rows,
        long total,
        long others,
        double seconds
    )
    {
        foreach (var (key, count) in rows)
        {
            console.Line(
                $"{Number(count), 10}  {Rate(count, seconds), 12}  {key.Level, -5}  {SafeText.Of(key.Service)}  {SafeText.Of(key.Event)}"
            );
        }

        console.Line(
            string.Create(
                CultureInfo.InvariantCulture,
                $"{total:#,0} records in {seconds:#,0.0} s, {others:#,0} lines that are none"
            ),
            Tone.Faint
        );
    }

    private static string Rate(long count, double seconds) =>
        seconds > 0
            ? (count / seconds).ToString("#,0.00", CultureInfo.InvariantCulture) + "/s"
            : "-";

    private static string Number(long count) => count.ToString("#,0", CultureInfo.InvariantCulture);
}
