using System.Text.Json;

namespace Common.Config.Internal.Sources;

/// <summary>Finds the one value in which a file differs from what it was, so that the rest need not be read again.</summary>
/// <remarks>
/// A JSON text in which one whole token of a value is replaced by another is JSON still, and says the same elsewhere. Anything
/// else (more than one value, a name, a comment, a value that became an object) is not found here.
/// </remarks>
internal static class JsonPatch
{
    /// <summary>Finds the value.</summary>
    /// <param name="before">The text as it was.</param>
    /// <param name="after">The text as it is.</param>
    /// <param name="spots">Where the values of the text as it was lie, in its order.</param>
    /// <param name="index">Which value differs.</param>
    /// <param name="value">What it is now.</param>
    /// <returns><see langword="false"/> where it is not one value alone.</returns>
    public static bool TryFind(
        ReadOnlySpan<byte> before,
        ReadOnlySpan<byte> after,
        ReadOnlySpan<JsonSpot> spots,
        out int index,
        out string? value
    )
    {
        value = null;
        var difference = before.CommonPrefixLength(after);
        index = IndexOf(spots, difference);
        if (index < 0)
        {
            return false;
        }

        var spot = spots[index];
        var end = spot.End + after.Length - before.Length;
        return end > spot.Start
            && difference <= spot.End
            && before[spot.End..].SequenceEqual(after[end..])
            && TryRead(after[spot.Start..end], out value);
    }

    /// <summary>The places after one value has become longer or shorter.</summary>
    public static JsonSpot[] Move(JsonSpot[] spots, int index, int by)
    {
        if (by == 0)
        {
            return spots;
        }

        JsonSpot[] moved = [.. spots];
        moved[index] = new JsonSpot(spots[index].Start, spots[index].End + by);
        for (var i = index + 1; i < moved.Length; i++)
        {
            moved[i] = new JsonSpot(spots[i].Start + by, spots[i].End + by);
        }

        return moved;
    }

    /// <summary>Gives the last value that begins at or before a place; negative where that has no token.</summary>
    private static int IndexOf(ReadOnlySpan<JsonSpot> spots, int place)
    {
        var (low, high) = (0, spots.Length - 1);
        while (low <= high)
        {
            var middle = (low + high) / 2;
            (low, high) = spots[middle].Start <= place ? (middle + 1, high) : (low, middle - 1);
        }

        return high >= 0 && spots[high].End > spots[high].Start ? high : -1;
    }

    private static bool TryRead(ReadOnlySpan<byte> token, out string? value)
    {
        value = null;
        var reader = new Utf8JsonReader(token);
        try
        {
            if (
                !reader.Read()
                || reader.TokenType is JsonTokenType.StartObject or JsonTokenType.StartArray
                || reader.TokenStartIndex != 0
                || reader.BytesConsumed != token.Length
            )
            {
                return false;
            }

            value = JsonValueText.Of(ref reader);
            return true;
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            return false; // a whole reading says what is wrong, and where
        }
    }
}
