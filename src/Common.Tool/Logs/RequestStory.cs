using Common.Logging;
using NodaTime;

namespace Common.Tool.Logs;

/// <summary>What one service did for a request: its records, and the stories of those that it called.</summary>
/// <remarks>
/// Who called whom is read from the times: a service was called by the one whose story most closely holds its own. Clocks of different
/// machines differ, so this is a good guess, not a proof.
/// </remarks>
internal sealed class RequestStory
{
    private RequestStory(IReadOnlyList<LogRecord> records) => Records = records;

    /// <summary>The records, in order. At least one.</summary>
    public IReadOnlyList<LogRecord> Records { get; }

    /// <summary>The stories of the services that it called, in order.</summary>
    public List<RequestStory> Calls { get; } = [];

    /// <summary>When it began.</summary>
    public Instant First => Records[0].Timestamp;

    /// <summary>When it ended.</summary>
    public Instant Last => Records[^1].Timestamp;

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
                .MinBy(s => s.Last - s.First);
            (caller?.Calls ?? roots).Add(stories[i]);
        }

        return roots;
    }
}
