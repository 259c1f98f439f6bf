using Common.Logging;
using NodaTime;

namespace Common.Tool.Logs;

/// <summary>Counts records by what they tell.</summary>
/// <param name="kinds">The kind of each event, by its name, as far as it is known.</param>
internal sealed class EventCounts(IReadOnlyDictionary<string, string> kinds)
{
    /// <summary>What stands for all events that came after the first so many, so that no log can fill the memory.</summary>
    public const string Others = "(others)";

    /// <summary>How many are told apart.</summary>
    public const int MostEvents = 10_000;

    private readonly Dictionary<EventOfService, long> _counts = [];
    private Instant _first = Instant.MaxValue;
    private Instant _last = Instant.MinValue;

    /// <summary>How many records there are.</summary>
    public long Total { get; private set; }

    /// <summary>When the first and the last were written; <see langword="null"/> if there are none.</summary>
    public Interval? Time => Total == 0 ? null : new Interval(_first, _last);

    /// <summary>The events, the most frequent first.</summary>
    public IReadOnlyList<KeyValuePair<EventOfService, long>> Events =>
        [
            .. _counts
                .OrderByDescending(c => c.Value)
                .ThenBy(c => c.Key.Service, StringComparer.Ordinal)
                .ThenBy(c => c.Key.Event, StringComparer.Ordinal),
        ];

    /// <summary>The kinds with their level, the most severe first; without a kind, the level alone.</summary>
    public IReadOnlyList<(string? Kind, string Level, long Count)> Kinds =>
        [
            .. _counts
                .GroupBy(c => (c.Key.Kind, c.Key.Level, c.Key.Severity))
                .OrderByDescending(g => g.Key.Severity)
                .ThenBy(g => g.Key.Kind, StringComparer.Ordinal)
                .Select(g => (g.Key.Kind, g.Key.Level, g.Sum(c => c.Value))),
        ];

    /// <summary>Counts a record.</summary>
    public void Add(LogRecord record)
    {
        Total++;
        _first = Instant.Min(_first, record.Timestamp);
        _last = Instant.Max(_last, record.Timestamp);
        var key = new EventOfService(
            record.Service,
            record.EventName ?? $"({record.Logger})",
            record.EventName is null ? null : kinds.GetValueOrDefault(record.EventName),
            record.SeverityText,
            record.SeverityNumber
        );
        if (_counts.Count >= MostEvents && !_counts.ContainsKey(key))
        {
            key = new EventOfService(Others, Others, Kind: null, Others, Severity: 0);
        }

        _counts[key] = _counts.GetValueOrDefault(key) + 1;
    }
}
