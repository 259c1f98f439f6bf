using System.Collections.Concurrent;
using NodaTime;

namespace Common.Logging.Internal;

/// <summary>The rate limits of all events.</summary>
internal sealed class RateLimits(int burst, Duration interval)
{
    /// <summary>How many events are told apart; those beyond are not limited.</summary>
    private const int MostEvents = 4096;

    private readonly ConcurrentDictionary<
        (string? Category, int Id, string? Name),
        RateLimit
    > _limits = new();

    /// <summary>Called with the ID and the name of an event and how many of its records were held back.</summary>
    public Action<int, string?, long>? Report { get; set; }

    /// <summary>The limit of one event.</summary>
    /// <param name="category">The category of a library's record, whose number alone says little; null for a declared event.</param>
    /// <param name="id">The number of the event.</param>
    /// <param name="name">The name of the event.</param>
    public RateLimit? Of(string? category, int id, string? name)
    {
        if (name == LoggingEvents.HeldBackName)
        {
            return null; // what tells of limits has none
        }

        var key = (category, id, name);
        if (_limits.TryGetValue(key, out var limit))
        {
            return limit;
        }

        return Uninterrupted.Do((Self: this, Key: key), static item => item.Self.Add(item.Key));
    }

    /// <summary>Tells of the intervals that are over.</summary>
    public void ReportEnded(long reading)
    {
        foreach (var (_, limit) in _limits)
        {
            limit.ReportEnded(reading);
        }
    }

    /// <summary>Tells of everything that was held back and not told of yet.</summary>
    public void ReportAll()
    {
        foreach (var (_, limit) in _limits)
        {
            limit.ReportAll();
        }
    }

    private RateLimit? Add((string? Category, int Id, string? Name) key) =>
        _limits.Count >= MostEvents
            ? null
            : _limits.GetOrAdd(
                key,
                static (key, all) =>
                    new RateLimit(
                        all.Burst,
                        (long)all.Interval.TotalNanoseconds,
                        count => all.Report?.Invoke(key.Id, key.Name, count)
                    ),
                this
            );

    private int Burst => burst;

    private Duration Interval => interval;
}
