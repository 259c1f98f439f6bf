using System.Text.Json;

namespace Common.Config.Internal.Sources;

/// <summary>Collects the keys and values of a JSON file.</summary>
/// <remarks>
/// A file that is read again differs in little: what is as it was before is taken from there, so that nothing is made anew for it. The
/// keys of declared options are taken from the plan.
/// </remarks>
/// <param name="before">The keys and values as they were; empty where that is not known.</param>
/// <param name="plan">The declared options; null where they are not known.</param>
/// <param name="length">How many bytes the file has, from which the number of its keys is guessed.</param>
internal sealed class JsonEntries(
    KeyValuePair<string, string?>[] before,
    ConfigPlan? plan,
    int length
) : IJsonVisitor, IDisposable
{
    private const int BytesOfAKey = 24;

    private readonly Gathered<KeyValuePair<string, string?>> _entries = new(
        Math.Max(before.Length, 1 + (length / BytesOfAKey))
    );
    private readonly Gathered<JsonSpot> _spots = new(
        Math.Max(before.Length, 1 + (length / BytesOfAKey))
    );
    private readonly Gathered<KeyPlace> _places = new(
        Math.Max(before.Length, 1 + (length / BytesOfAKey))
    );
    private bool _differs;
    private int _expected;

    /// <summary>Whether there are the same keys in the same order as before.</summary>
    public bool HasSameKeys => !_differs && _entries.Count == before.Length;

    public KeyValuePair<string, string?>[] Entries => _entries.ToArray();

    /// <summary>Where the values lie, in the same order.</summary>
    public JsonSpot[] Spots => _spots.ToArray();

    /// <summary>What the keys belong to, in the same order; none without a plan.</summary>
    public KeyPlace[] Places => _places.ToArray();

    public void Visit(ReadOnlySpan<char> key, ref Utf8JsonReader reader, long position)
    {
        var start = (int)reader.TokenStartIndex;
        _spots.Add(
            reader.TokenType is JsonTokenType.EndObject or JsonTokenType.EndArray
                ? new JsonSpot(start, start)
                : new JsonSpot(start, (int)reader.BytesConsumed)
        );
        var count = _entries.Count;
        var known = plan is null ? null : Find(key, plan);
        if (count < before.Length && key.SequenceEqual(before[count].Key))
        {
            _entries.Add(
                JsonValueText.Is(ref reader, before[count].Value)
                    ? before[count]
                    : new(before[count].Key, JsonValueText.Of(ref reader))
            );
            return;
        }

        _differs = true;
        _entries.Add(new(known ?? key.ToString(), JsonValueText.Of(ref reader)));
    }

    public void Dispose()
    {
        _entries.Dispose();
        _spots.Dispose();
        _places.Dispose();
    }

    /// <summary>Notes what a key belongs to, and gives the key of an option that is written as it is declared.</summary>
    private string? Find(ReadOnlySpan<char> key, ConfigPlan known)
    {
        var place = known.Place(key, _expected);
        _places.Add(place);
        _expected = place.Slot + 1;
        return
            place is { Slot: >= 0, Alias: 0 }
            && known.Slots[place.Slot].Key is var declared
            && key.SequenceEqual(declared)
            ? declared
            : null;
    }
}
