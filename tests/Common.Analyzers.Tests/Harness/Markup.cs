using System.Text;
using Microsoft.CodeAnalysis.Text;

namespace Common.Analyzers.Tests.Harness;

/// <summary>Text with the places marked where a rule reports: <c>[|code|]</c> or <c>{|CMN0001:code|}</c>.</summary>
internal static class Markup
{
    /// <summary>Splits marked text into the text and its marks.</summary>
    /// <param name="marked">The text with marks; they may nest.</param>
    /// <param name="defaultId">The ID that <c>[|</c> stands for.</param>
    public static (string Text, IReadOnlyList<(string Id, TextSpan Span)> Marks) Parse(
        string marked,
        string defaultId
    )
    {
        var text = new StringBuilder(marked.Length);
        var marks = new List<(string, TextSpan)>();
        var open = new Stack<(string Id, int Start)>();
        for (var i = 0; i < marked.Length; i++)
        {
            var rest = marked.AsSpan(i);
            if (rest.StartsWith("[|", StringComparison.Ordinal))
            {
                open.Push((defaultId, text.Length));
                i++;
            }
            else if (rest.StartsWith("{|", StringComparison.Ordinal))
            {
                var colon = rest.IndexOf(':');
                open.Push((rest[2..colon].ToString(), text.Length));
                i += colon;
            }
            else if (
                open.Count > 0
                && (
                    rest.StartsWith("|]", StringComparison.Ordinal)
                    || rest.StartsWith("|}", StringComparison.Ordinal)
                )
            )
            {
                var (id, start) = open.Pop();
                marks.Add((id, TextSpan.FromBounds(start, text.Length)));
                i++;
            }
            else
            {
                text.Append(marked[i]);
            }
        }

        Assert.True(open.Count == 0, "A mark is not closed: " + marked);
        return (text.ToString(), marks);
    }

    /// <summary>Writes marks into a text, in one form for all, so that two marked texts can be compared as text.</summary>
    public static string Write(string text, IEnumerable<(string Id, TextSpan Span)> marks)
    {
        var ordered = marks.OrderBy(m => m.Span.Start).ThenByDescending(m => m.Span.Length);
        var inserts = new SortedDictionary<int, (string Closing, string Opening)>();
        foreach (var (id, span) in ordered.ThenBy(m => m.Id, StringComparer.Ordinal))
        {
            var closing = span.IsEmpty ? "|}" : "";
            inserts.TryGetValue(span.Start, out var atStart);
            inserts[span.Start] = (atStart.Closing, $"{atStart.Opening}{{|{id}:{closing}");
            if (span.IsEmpty)
            {
                continue;
            }

            inserts.TryGetValue(span.End, out var atEnd);
            inserts[span.End] = (atEnd.Closing + "|}", atEnd.Opening);
        }

        var result = new StringBuilder(text);
        foreach (var (position, (closed, opened)) in inserts.Reverse())
        {
            result.Insert(position, closed + opened);
        }

        return result.ToString();
    }
}
