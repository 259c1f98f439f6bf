using System.Diagnostics.CodeAnalysis;

namespace Tour.Output;

/// <summary>The parts of one line of the text format that the scenes look at.</summary>
/// <param name="Text">The whole line.</param>
/// <param name="Level">DEBUG, INFO, WARN, ERROR or FATAL.</param>
/// <param name="Service">The service that wrote it.</param>
/// <param name="Context">What stands in the context's brackets.</param>
/// <param name="EventName">The name of the event; `|` in a continuation line.</param>
internal sealed record LogLine(
    string Text,
    string Level,
    string Service,
    string Context,
    string EventName
)
{
    /// <summary>Whether the line goes on with the stack of the record before it.</summary>
    public bool IsStack =>
        EventName == "|"
        && (
            Text.Contains(" | at ", StringComparison.Ordinal)
            || Text.Contains(" | ---", StringComparison.Ordinal)
        );

    /// <summary>Reads a line; what is not of the text format is not read.</summary>
    public static bool TryParse(string text, [NotNullWhen(true)] out LogLine? line)
    {
        line = null;
        var contextStart = text.IndexOf(" [", StringComparison.Ordinal);
        var contextEnd = text.IndexOf("] ", contextStart + 1, StringComparison.Ordinal);
        if (contextStart < 0 || contextEnd < 0)
        {
            return false;
        }

        var head = text[..contextStart].Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var rest = text[(contextEnd + 2)..].Split(' ', 3);
        if (head.Length != 3 || rest.Length < 2 || !head[0].EndsWith('Z'))
        {
            return false;
        }

        line = new LogLine(
            text,
            head[1],
            head[2].Split('[')[0],
            text[(contextStart + 2)..contextEnd],
            rest[1].TrimEnd(':')
        );
        return true;
    }
}
