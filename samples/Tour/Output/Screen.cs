using Tour.Stage;

namespace Tour.Output;

/// <summary>Prints what the scenes show: in colour on a terminal, plain when piped.</summary>
internal sealed class Screen(TextWriter output, bool useColour)
{
    private const string Reset = "\e[0m";

    /// <summary>A screen on standard output; NO_COLOR switches the colour off (no-color.org).</summary>
    public static Screen ForConsole() =>
        new(
            Console.Out,
            !Console.IsOutputRedirected
                && string.IsNullOrEmpty(Environment.GetEnvironmentVariable("NO_COLOR"))
        );

    public void Line(string text = "") => output.WriteLine(text);

    public void Title(int number, string title)
    {
        Line();
        Line(Paint("1;36", $"Scene {number}: {title}"));
    }

    public void Show(Exchange exchange)
    {
        Line($"  > {exchange.Request}");
        foreach (var (name, value) in exchange.Headers)
        {
            Line(Paint("2", $"  > {name}: {value}"));
        }

        if (exchange.RequestBody is not null)
        {
            Line(Paint("2", $"  > {exchange.RequestBody}"));
        }

        Line(
            Paint(
                exchange.Status < 400 ? "32" : "33",
                $"  < {exchange.Status} {exchange.ContentType}"
            )
        );
        Line(Paint("2", $"  < X-Request-ID: {exchange.RequestId}"));
        Line(Paint("2", $"  < X-Global-Request-ID: {exchange.GlobalRequestId}"));
        Line($"  < {exchange.Body}");
    }

    public void Log(string heading, IEnumerable<string> lines)
    {
        Line(Paint("2", $"  {heading}"));
        var hidden = 0;
        foreach (var line in lines)
        {
            if (LogLine.TryParse(line, out var record) && record.IsStack)
            {
                hidden++;
                continue;
            }

            Hidden(hidden);
            hidden = 0;
            Line("    " + Paint(ColourOf(record), line));
        }

        Hidden(hidden);
    }

    public void Notice(string text) => Line(Paint("1", "  Notice: ") + text);

    public void Wrong(string text) => Line(Paint("1;31", "  WRONG: ") + text);

    public void Verdict(bool isRight, string text) => Line(Paint(isRight ? "1;32" : "1;31", text));

    // A stack is what the operators want and the reader of a tour does not.
    private void Hidden(int lines)
    {
        if (lines > 0)
        {
            Line(Paint("2", $"      (and {lines} lines of the stack)"));
        }
    }

    private static string ColourOf(LogLine? record) =>
        record?.Level switch
        {
            "DEBUG" or "TRACE" => "2",
            "WARN" => "33",
            "ERROR" => "31",
            "FATAL" => "1;31",
            _ => "0",
        };

    private string Paint(string colour, string text) =>
        useColour ? $"\e[{colour}m{text}{Reset}" : text;
}
