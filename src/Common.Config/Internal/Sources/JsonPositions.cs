using System.Globalization;
using System.Text.Json;

namespace Common.Config.Internal.Sources;

/// <summary>Finds the lines of keys in a JSON file. Positions are asked for when something is wrong only, so reading keeps none.</summary>
internal static class JsonPositions
{
    /// <summary>Writes <c>path:line</c>, or the path alone where the key is not in the file.</summary>
    public static string Locate(string path, ReadOnlySpan<byte> content, string key)
    {
        var place = new JsonPlace(key);
        try
        {
            JsonWalker.Walk(content, place);
        }
        catch (JsonException)
        {
            // What was found before the defect still holds.
        }

        return place.Position < 0
            ? path
            : string.Create(
                CultureInfo.InvariantCulture,
                $"{path}:{content[..(int)place.Position].Count((byte)'\n') + 1}"
            );
    }
}
