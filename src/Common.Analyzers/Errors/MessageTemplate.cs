using System.Globalization;
using System.Text;

namespace Common.Analyzers.Errors;

/// <summary>Splits the message of an error at its holes.</summary>
internal static class MessageTemplate
{
    /// <summary>Finds the holes of a message.</summary>
    /// <returns>Each hole's name, where its brace opens and its length with both braces; and where a brace has no partner, or -1.</returns>
    public static (IReadOnlyList<(string Name, int Start, int Length)> Holes, int LoneBrace) Parse(
        string message
    )
    {
        var holes = new List<(string, int, int)>();
        for (var i = 0; i < message.Length; i++)
        {
            if (message[i] is not ('{' or '}'))
            {
                continue;
            }

            if (i + 1 < message.Length && message[i + 1] == message[i])
            {
                i++;
                continue;
            }

            var end = message.IndexOf('}', i);
            if (message[i] == '}' || end < 0 || message.IndexOf('{', i + 1, end - i - 1) >= 0)
            {
                return (holes, i);
            }

            holes.Add((message.Substring(i + 1, end - i - 1), i, end - i + 1));
            i = end;
        }

        return (holes, -1);
    }

    /// <summary>Puts numbers into the holes.</summary>
    public static string Number(string message, Func<string, int> numberOf)
    {
        var text = new StringBuilder(message.Length);
        var last = 0;
        foreach (var (name, start, length) in Parse(message).Holes)
        {
            text.Append(message, last, start - last)
                .Append('{')
                .Append(numberOf(name).ToString(CultureInfo.InvariantCulture))
                .Append('}');
            last = start + length;
        }

        return text.Append(message, last, message.Length - last).ToString();
    }
}
