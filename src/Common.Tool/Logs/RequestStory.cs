using Common.Logging;
using NodaTime;

namespace Common.Tool.Logs;

/// <summary>What one service did for a request: its records, and the stories of those that it called.</summary>
/// <remarks>
/// A story begins with its first record, or earlier if a record says how long its unit of work took: most services write one record for a
/// request, at its end. Who called whom is read from the times: a service was called by the one whose story most closely holds its
/// own. Clocks of different machines differ, so this is a good guess, not a proof.
/// </remarks>
internal sealed class RequestStory
{
    // By this name the records that end a unit of work say how long it took.
    private const string DurationField = "duration_ms";

    // No request takes longer; what somebody else's record says under that name may mean anything.
    private static readonly Duration LongestDuration = Duration.FromDays(1);

    private RequestStory(IReadOnlyList<LogRecord> records)
    {
        Records = records;
        First = records.Min(Begin);
    }

    /// <summary>The records, in order. At least one.</summary>
    public IReadOnlyList<LogRecord> Records { get; }

    /// <summary>The stories of the services that it called, in order.</summary>
    public List<RequestStory> Calls { get; } = [];

    /// <summary>When it began.</summary>
    public Instant First { get; }

    /// <summary>When it ended.</summary>
    public Instant Last => Records[^1].Timestamp;

    /// <summary>How long it took.</summary>
    public Duration Length => Last - First;

    /// <summary>Puts records together to stories: one for each service and local ID, those called below those that call.</summary>
    public static IReadOnlyList<RequestStory> Of(IEnumerable<LogRecord> records)
    {
        var stories = records
            .OrderBy(r => r.Timestamp)
            .GroupBy(r => (r.Service, r.Instance, r.RequestId))
            .Select(g => new RequestStory([.. g]))
            .OrderBy(s => s.First)
            .ThenByDescending(s => s.Last)
            .ToList();
        List<RequestStory> roots = [];
        for (var i = 0; i < stories.Count; i++)
        {
            var caller = stories
                .Take(i)
                .Where(s => s.First <= stories[i].First && stories[i].Last <= s.Last)
                .MinBy(s => s.Length);
            (caller?.Calls ?? roots).Add(stories[i]);
        }

        return roots;
    }

    private static Instant Begin(LogRecord record)
    {
        var milliseconds = record.Attributes.GetValueOrDefault(DurationField) switch
        {
            long whole => whole,
            decimal number => (double)number,
            double number => number,
            _ => 0,
        };
        return milliseconds > 0 && milliseconds <= LongestDuration.TotalMilliseconds
            ? record.Timestamp - Duration.FromMilliseconds(milliseconds)
            : record.Timestamp;
    }
}
