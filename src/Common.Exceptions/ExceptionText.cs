using System.Globalization;
using System.Text;
using Common.Exceptions.Internal;

namespace Common.Exceptions;

/// <summary>Writes exceptions for the log, bounded whatever they hold. All members are thread-safe.</summary>
public static class ExceptionText
{
    /// <summary>The greatest number of exceptions that a chain of causes is written with.</summary>
    public const int MaxCauses = 20;

    /// <summary>The greatest number of frames that make one round of a recursion that is shortened.</summary>
    public const int MaxRound = 10;

    /// <summary>Gives an exception and its causes on one line, the outermost first.</summary>
    /// <param name="exception">The exception.</param>
    /// <returns>
    /// Type and message of each, joined by <c> &lt;- </c>; a message is cut at <see cref="ProblemDocument.MaxTextLength"/> characters. An
    /// exception that is its own cause ends the chain.
    /// </returns>
    public static string Causes(Exception exception)
    {
        ArgumentNullException.ThrowIfNull(exception);
        var text = new StringBuilder();
        var seen = new HashSet<Exception>(ReferenceEqualityComparer.Instance);
        Append(text, exception, seen);
        return text.ToString();
    }

    /// <summary>Shortens a stack trace: rounds of a recursion that repeat are written once, with how often they are there.</summary>
    /// <param name="stackTrace">The trace, a frame on each line.</param>
    /// <returns>The trace, with LF between lines. A trace without repetition keeps all its lines.</returns>
    public static string ShortenStack(string stackTrace)
    {
        ArgumentNullException.ThrowIfNull(stackTrace);
        var lines = stackTrace.ReplaceLineEndings("\n").Split('\n');
        var text = new StringBuilder(Math.Min(stackTrace.Length, 8192));
        var i = 0;
        while (i < lines.Length)
        {
            var (length, times) = FindRounds(lines, i);
            for (var j = 0; j < length; j++)
            {
                AppendLine(text, lines[i + j]);
            }

            if (times > 1)
            {
                AppendLine(
                    text,
                    length == 1
                        ? string.Create(
                            CultureInfo.InvariantCulture,
                            $"   ... the line above {times - 1} more times"
                        )
                        : string.Create(
                            CultureInfo.InvariantCulture,
                            $"   ... the {length} lines above {times - 1} more times"
                        )
                );
            }

            i += length * times;
        }

        return text.ToString();
    }

    /// <summary>The message of an exception, bounded; one that cannot be read costs nothing but itself.</summary>
    internal static string MessageOf(Exception exception)
    {
#pragma warning disable CA1031 // the type's own code, which runs where another failure is being told
        try
        {
            return BoundedText.Cut(exception.Message ?? "");
        }
        catch (Exception)
#pragma warning restore CA1031
        {
            return "(its message cannot be read)";
        }
    }

    private static void AppendLine(StringBuilder text, string line)
    {
        if (text.Length > 0)
        {
            text.Append('\n');
        }

        text.Append(line);
    }

    /// <summary>The shortest round that begins here and is there at least three times, or one line once.</summary>
    private static (int Length, int Times) FindRounds(string[] lines, int start)
    {
        for (var length = 1; length <= MaxRound; length++)
        {
            var times = 1;
            while (IsSame(lines, start, start + (times * length), length))
            {
                times++;
            }

            if (times >= 3)
            {
                return (length, times);
            }
        }

        return (1, 1);
    }

    private static bool IsSame(string[] lines, int first, int second, int length) =>
        second + length <= lines.Length
        && lines.AsSpan(first, length).SequenceEqual(lines.AsSpan(second, length));

    private static void Append(StringBuilder text, Exception exception, HashSet<Exception> seen)
    {
        for (var current = exception; current is not null; current = current.InnerException)
        {
            if (text.Length > 0)
            {
                text.Append(" <- ");
            }

            if (seen.Count == MaxCauses || !seen.Add(current))
            {
                text.Append("...");
                return;
            }

            text.Append(current.GetType().Name).Append(": ").Append(MessageOf(current));
            if (current is AggregateException { InnerExceptions.Count: > 1 } several)
            {
                foreach (var inner in several.InnerExceptions.Skip(1))
                {
                    if (seen.Count == MaxCauses)
                    {
                        text.Append(" [...]");
                        break; // there may be thousands, and the rest would be said no better
                    }

                    text.Append(" [");
                    var part = new StringBuilder();
                    Append(part, inner, seen);
                    text.Append(part).Append(']');
                }
            }
        }
    }
}
