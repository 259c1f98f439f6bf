using System.Text;
using System.Text.RegularExpressions;
using Common.Analyzers.Logging;

namespace Common.Analyzers.CodeFixes.Logging;

/// <summary>Makes the summary of an event of a message: its text without the values and what only led to them.</summary>
internal static class SummaryText
{
    private const int MostWordsInName = 5;

    private static readonly HashSet<string> Connectors = new(StringComparer.OrdinalIgnoreCase)
    {
        "a",
        "after",
        "an",
        "and",
        "are",
        "as",
        "at",
        "because",
        "by",
        "for",
        "from",
        "has",
        "id",
        "in",
        "into",
        "is",
        "of",
        "on",
        "or",
        "since",
        "the",
        "through",
        "to",
        "under",
        "via",
        "was",
        "were",
        "with",
    };

    private static readonly Regex Words = new(
        "[A-Za-z][A-Za-z0-9]*",
        RegexOptions.CultureInvariant,
        TimeSpan.FromSeconds(1)
    );

    /// <summary>The summary.</summary>
    /// <param name="parts">The message.</param>
    /// <param name="fallback">What is said if the message has no words of its own, such as the name of the method around it.</param>
    public static string Of(IReadOnlyList<MessagePart> parts, string fallback)
    {
        var words = new List<string>();
        foreach (var part in parts)
        {
            if (part.IsValue)
            {
                DropLeadingUp(words);
            }
            else
            {
                words.AddRange(
                    Clean(part.Text).Split([' '], StringSplitOptions.RemoveEmptyEntries)
                );
            }
        }

        // Before a value a connector is left out with it, and so is one at the end; elsewhere it is part of the sentence.
        words.RemoveAll(word => !word.Any(char.IsLetterOrDigit));
        var text = string.Join(" ", words).Trim(' ', '.', ',', ':', ';', '!', '?', '-', '=', '…');
        if (text.Length == 0)
        {
            text = SnakeCase.Of(fallback).Replace('_', ' ');
        }

        if (text.Length == 0)
        {
            return "Event";
        }

        return char.ToUpperInvariant(text[0]) + text.Substring(1);
    }

    /// <summary>The name of an event with such a summary.</summary>
    /// <param name="summary">The summary.</param>
    /// <param name="subject">What comes first if the summary has one word only, such as the name of the class.</param>
    public static string EventNameOf(string summary, string subject)
    {
        var words = Words
            .Matches(summary)
            .Cast<Match>()
            .Select(match => match.Value.ToLowerInvariant())
            .ToList();
        if (words.Count > 2)
        {
            words = [.. words.Where((word, i) => i == 0 || !Connectors.Contains(word))];
        }

        if (words.Count < 2)
        {
            var first = SnakeCase.Of(subject);
            words.Insert(0, SnakeCase.Is(first) ? first : "service");
        }

        if (words.Count < 2)
        {
            words.Add("event");
        }

        return words[0] + "." + string.Join("_", words.Skip(1).Take(MostWordsInName - 1));
    }

    /// <summary>The name of the method that logs an event: <c>order.timed_out</c> is <c>OrderTimedOut</c>.</summary>
    public static string MethodNameOf(string eventName) =>
        string.Concat(
            eventName
                .Split('.', '_')
                .Where(word => word.Length > 0)
                .Select(word => char.ToUpperInvariant(word[0]) + word.Substring(1))
        );

    private static void DropLeadingUp(List<string> words)
    {
        while (words.Count > 0)
        {
            var last = words[words.Count - 1].TrimEnd(':', '=', '#', ',');
            if (last.Any(char.IsLetterOrDigit) && !Connectors.Contains(last))
            {
                words[words.Count - 1] = last;
                return;
            }

            words.RemoveAt(words.Count - 1);
        }
    }

    /// <summary>Text without braces, quotation marks, brackets and control characters.</summary>
    private static string Clean(string text)
    {
        var clean = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            clean.Append(
                c is '{' or '}' or '"' or '\'' or '`' or '(' or ')' or '[' or ']'
                || PlainText.IsControl(c)
                    ? ' '
                    : c
            );
        }

        return clean.ToString();
    }
}
