using Common.Logging;
using Common.Tool.Shell;
using NodaTime.Text;

namespace Common.Tool.Logs;

/// <summary>Shows records to people: one line each, whatever the format that they were read in.</summary>
internal static class RecordView
{
    // Records have microseconds, and times below one another are easiest to compare if all show them.
    private static readonly InstantPattern Time = InstantPattern.CreateWithInvariantCulture(
        "uuuu'-'MM'-'dd'T'HH':'mm':'ss'.'ffffff'Z'"
    );

    /// <summary>The whole record.</summary>
    public static string Line(LogRecord record, ToolConsole console) =>
        $"{console.Paint(Time.Format(record.Timestamp), Tone.Faint)} {Level(record, console)} "
        + $"{SafeText.Of(record.Service)}[{SafeText.Of(record.Instance)}] {Request(record)} {Event(record, console)}";

    /// <summary>What happened, without when and where.</summary>
    public static string Event(LogRecord record, ToolConsole console)
    {
        var name = record.EventName is { } known
            ? $"{console.Paint(SafeText.Of(known), Tone.Strong)}: "
            : "";
        var fields = string.Concat(
            record.Attributes.Select(a => $" {SafeText.Of(a.Key)}={Value(FieldText.Of(a.Value))}")
        );
        return $"{name}{SafeText.Of(record.Body)}{fields}{Error(record, console)}";
    }

    /// <summary>The level, five characters wide.</summary>
    public static string Level(LogRecord record, ToolConsole console) =>
        console.Paint($"{SafeText.Of(record.SeverityText), -5}", ToneOf(record));

    private static string Request(LogRecord record) =>
        record.RequestId.IsNone ? "-" : record.RequestId.ToString();

    private static string Error(LogRecord record, ToolConsole console) =>
        record.Exception is { } error
            ? console.Paint(
                $" ({SafeText.Of(error.Type)}: {SafeText.Of(error.Message)})",
                Tone.Faint
            )
            : "";

    private static string Value(string text) =>
        text.Length == 0 || text.Contains(' ', StringComparison.Ordinal)
            ? $"\"{SafeText.Of(text)}\""
            : SafeText.Of(text);

    private static Tone ToneOf(LogRecord record) =>
        record.SeverityNumber switch
        {
            >= 17 => Tone.Bad,
            >= 13 => Tone.Warning,
            >= 9 => Tone.Good,
            _ => Tone.Faint,
        };
}
