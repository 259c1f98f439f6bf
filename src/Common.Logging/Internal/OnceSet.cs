using System.Collections.Concurrent;

namespace Common.Logging.Internal;

/// <summary>Remembers which deprecated things were reported, so that each is reported once.</summary>
internal sealed class OnceSet
{
    /// <summary>How many things are told apart; those beyond are not reported.</summary>
    private const int MostThings = 4096;

    private readonly ConcurrentDictionary<string, bool> _seen = new(StringComparer.Ordinal);

    /// <summary>Whether a thing, named by its event and fields, is seen for the first time.</summary>
    public bool Add(int eventId, IReadOnlyList<KeyValuePair<string, object?>>? fields)
    {
        var key = new System.Text.StringBuilder();
        key.Append(eventId);
        for (var i = 0; i < (fields?.Count ?? 0); i++)
        {
            var field = fields![i];
            key.Append('\n').Append(field.Key).Append('=');
            key.Append(Guarded.Text(field.Value, static value => FormattedText.Of(value)));
        }

        return Uninterrupted.Do(
            (Seen: _seen, Key: key.ToString()),
            static item => item.Seen.Count < MostThings && item.Seen.TryAdd(item.Key, true)
        );
    }
}
