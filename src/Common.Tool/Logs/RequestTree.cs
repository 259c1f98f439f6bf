using System.Globalization;
using Common.Logging;
using Common.Tool.Shell;
using NodaTime;

namespace Common.Tool.Logs;

/// <summary>Draws the story of a request as a tree, the services that were called below those that call.</summary>
/// <param name="console">Where to.</param>
/// <param name="begin">When the request began; all times are from then on.</param>
internal sealed class RequestTree(ToolConsole console, Instant begin)
{
    /// <summary>Writes one story and all that it called.</summary>
    public void Write(RequestStory story)
    {
        console.Line(Head(story));
        WriteParts(story, "");
    }

    /// <summary>A duration in milliseconds.</summary>
    public static string Text(Duration duration) =>
        string.Create(CultureInfo.InvariantCulture, $"{duration.TotalMilliseconds:#,0.000} ms");

    private void WriteParts(RequestStory story, string indent)
    {
        var parts = story
            .Records.Select(r =>
                (At: r.Timestamp, Record: (LogRecord?)r, Call: (RequestStory?)null)
            )
            .Concat(
                story.Calls.Select(c =>
                    (At: c.First, Record: (LogRecord?)null, Call: (RequestStory?)c)
                )
            )
            .OrderBy(p => p.At)
            .ToList();
        for (var i = 0; i < parts.Count; i++)
        {
            var isLast = i == parts.Count - 1;
            var branch = indent + (isLast ? "└─ " : "├─ ");
            if (parts[i] is { Call: { } call })
            {
                console.Line(branch + Head(call));
                WriteParts(call, indent + (isLast ? "   " : "│  "));
            }
            else
            {
                console.Line(branch + Line(parts[i].Record!));
            }
        }
    }

    private string Head(RequestStory story)
    {
        var first = story.Records[0];
        var service = $"{SafeText.Of(first.Service)}[{SafeText.Of(first.Instance)}]";
        return $"{console.Paint(service, Tone.Strong)} {first.RequestId}  {Text(story.Length)}";
    }

    private string Line(LogRecord record) =>
        $"{console.Paint($"+{Text(record.Timestamp - begin)}", Tone.Faint)} {RecordView.Level(record, console)} {RecordView.Event(record, console)}";
}
