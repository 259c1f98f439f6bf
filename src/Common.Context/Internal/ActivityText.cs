using System.Diagnostics;
using System.Text;

namespace Common.Context.Internal;

/// <summary>What an activity says on the wire.</summary>
internal static class ActivityText
{
    public static string TraceParentOf(Activity activity)
    {
        // The ID of an activity is a traceparent already, except for flags that are not defined yet.
        var id = activity.Id!;
        return id.Length == TraceParent.TextLength && id[53] == '0' && id[54] <= '3'
            ? id
            : new TraceParent(
                activity.TraceId,
                activity.SpanId,
                activity.ActivityTraceFlags
            ).ToString();
    }

    public static string? BaggageOf(Activity activity)
    {
        StringBuilder? text = null;
        var count = 0;
        foreach (var (key, value) in activity.Baggage)
        {
            if (!BaggageText.IsKey(key))
            {
                continue;
            }

            var entry = new BaggageEntry(key, value ?? "").ToString();
            text ??= new StringBuilder();
            if (++count > Baggage.MaxEntries || text.Length + entry.Length + 1 > Baggage.MaxLength)
            {
                break; // who reads it takes no more, or nothing at all
            }

            text.Append(text.Length == 0 ? "" : ",").Append(entry);
        }

        return text?.ToString();
    }
}
