using System.Text.Json;

namespace Common.Config.Internal.Sources;

/// <summary>Collects the keys and values of a JSON file.</summary>
/// <remarks>A file that is read again differs in little: what is as it was before is taken from there, so that nothing is made anew for it.</remarks>
/// <param name="before">The keys and values as they were; empty where that is not known.</param>
/// <param name="length">How many bytes the file has, from which the number of its keys is guessed.</param>
internal sealed class JsonEntries(KeyValuePair<string, string?>[] before, int length) : IJsonVisitor
{
    private const int BytesOfAKey = 24;

    private KeyValuePair<string, string?>[] _entries = new KeyValuePair<string, string?>[
        Math.Max(before.Length, 1 + (length / BytesOfAKey))
    ];
    private JsonSpot[] _spots = new JsonSpot[Math.Max(before.Length, 1 + (length / BytesOfAKey))];
    private int _count;
    private bool _differs;

    /// <summary>Whether there are the same keys in the same order as before.</summary>
    public bool HasSameKeys => !_differs && _count == before.Length;

    public KeyValuePair<string, string?>[] ToArray() =>
        _count == _entries.Length ? _entries : _entries[.._count];

    /// <summary>Where the values lie, in the same order.</summary>
    public JsonSpot[] Spots => _count == _spots.Length ? _spots : _spots[.._count];

    public void Visit(ReadOnlySpan<char> key, ref Utf8JsonReader reader, long position)
    {
        if (_count == _entries.Length)
        {
            Array.Resize(ref _entries, _count * 2);
            Array.Resize(ref _spots, _count * 2);
        }

        var start = (int)reader.TokenStartIndex;
        _spots[_count] = reader.TokenType is JsonTokenType.EndObject or JsonTokenType.EndArray
            ? new JsonSpot(start, start)
            : new JsonSpot(start, (int)reader.BytesConsumed);
        _entries[_count] =
            _count < before.Length && key.SequenceEqual(before[_count].Key)
                ? JsonValueText.Is(ref reader, before[_count].Value)
                    ? before[_count]
                    : new(before[_count].Key, JsonValueText.Of(ref reader))
                : New(key, ref reader);
        _count++;
    }

    private KeyValuePair<string, string?> New(ReadOnlySpan<char> key, ref Utf8JsonReader reader)
    {
        _differs = true;
        return new(key.ToString(), JsonValueText.Of(ref reader));
    }
}
