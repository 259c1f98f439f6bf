using System.Globalization;
using System.Text.Json;

namespace Common.Config.Internal.Sources;

/// <summary>Finds the lines of keys in a JSON file. Positions are asked for when something is wrong only, so reading keeps none.</summary>
internal static class JsonPositions
{
    /// <summary>Writes <c>path:line</c>, or the path alone where the key is not in the file.</summary>
    public static string Locate(string path, ReadOnlySpan<byte> content, string key)
    {
        var (found, part) = (-1L, -1L);
        try
        {
            JsonWalker.Walk(
                content,
                (at, _, position) =>
                {
                    if (key.Equals(at, StringComparison.OrdinalIgnoreCase))
                    {
                        found = position;
                    }
                    else if (
                        part < 0
                        && at.Length > key.Length
                        && at[key.Length] == ':'
                        && at.StartsWith(key, StringComparison.OrdinalIgnoreCase)
                    )
                    {
                        part = position;
                    }
                }
            );
        }
        catch (JsonException)
        {
            // What was found before the defect still holds.
        }

        found = found < 0 ? part : found;
        return found < 0
            ? path
            : string.Create(
                CultureInfo.InvariantCulture,
                $"{path}:{content[..(int)found].Count((byte)'\n') + 1}"
            );
    }
}
