using System.CommandLine;
using System.Text.Json;
using Common.Context;
using Common.Logging;
using Common.Time;
using Common.Tool.Shell;

namespace Common.Tool.Logs.Commands;

/// <summary><c>common logs trace</c>: one request across services, in order, with durations.</summary>
internal static class TraceCommand
{
    /// <summary>Makes the command.</summary>
    public static Command Create()
    {
        var id = new Argument<string>("request-id")
        {
            Description = "The request's local or global ID.",
        };
        var files = LogFiles.Argument();
        return new ToolCommand(
            "trace",
            "Shows one request across services, in order, with durations. Ends with 1 if no line names it.",
            "common logs trace req-550e8400-e29b-41d4-a716-446655440000 orders.log inventory.log"
        )
        {
            id,
            files,
        }.Runs(
            (parse, console) =>
                Run(
                    LogFilter.ReadRequestId(parse.GetValue(id)!),
                    parse.GetValue(files) ?? [],
                    console
                )
        );
    }

    private static ExitCode Run(RequestId id, string[] files, ToolConsole console)
    {
        var isGone = false;
        var records = Find(id, files, () => isGone = true);
        // A local ID names one service's part; the global one of the same request names them all.
        if (
            records.Find(r => r.RequestId == id && r.GlobalRequestId != id) is { } local
            && !isGone // what a shell's <(…) or a pipe gave can't be read again
        )
        {
            id = local.GlobalRequestId;
            records = Find(id, files, isGone: null);
        }

        var stories = RequestStory.Of(records);
        WriteLines(console, id, records, stories);
        console.Document(writer =>
        {
            writer.WriteString("globalRequestId", id.ToString());
            writer.WriteStartArray("stories");
            foreach (var story in stories)
            {
                Write(writer, story);
            }

            writer.WriteEndArray();
        });
        return records.Count > 0 ? ExitCode.Success : ExitCode.Drift;
    }

    private static List<LogRecord> Find(RequestId id, string[] files, Action? isGone) =>
        [
            .. LogRecordReader
                .ReadAll(LogFiles.Find(files, id.ToString(), isGone).Select(l => l.Text))
                .Where(r => r.RequestId == id || r.GlobalRequestId == id),
        ];

    private static void WriteLines(
        ToolConsole console,
        RequestId id,
        List<LogRecord> records,
        IReadOnlyList<RequestStory> stories
    )
    {
        if (records.Count == 0)
        {
            console.Line($"No record names {id}.", Tone.Warning);
            return;
        }

        var begin = stories.Min(s => s.First);
        var services = records.Select(r => r.Service).Distinct().Count();
        console.Line(
            $"{console.Paint(id.ToString(), Tone.Strong)}  services: {services}  records: {records.Count}  {RequestTree.Text(records.Max(r => r.Timestamp) - begin)}"
        );
        foreach (var story in stories)
        {
            new RequestTree(console, begin).Write(story);
        }
    }

    private static void Write(Utf8JsonWriter writer, RequestStory story)
    {
        writer.WriteStartObject();
        writer.WriteString("service", story.Records[0].Service);
        writer.WriteString("instance", story.Records[0].Instance);
        writer.WriteString("requestId", story.Records[0].RequestId.ToString());
        writer.WriteString("first", Rfc3339.Format(story.First));
        writer.WriteNumber("milliseconds", story.Length.TotalMilliseconds);
        writer.WriteStartArray("records");
        foreach (var record in story.Records)
        {
            writer.WriteStartObject();
            writer.WriteString("timestamp", Rfc3339.Format(record.Timestamp));
            writer.WriteString("severityText", record.SeverityText);
            writer.WriteString("eventName", record.EventName);
            writer.WriteString("body", record.Body);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteStartArray("calls");
        foreach (var call in story.Calls)
        {
            Write(writer, call);
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
    }
}
