using System.Globalization;

namespace Common.Analyzers.Incubator;

/// <summary>Reads the numbers of a release; what follows a dash does not count.</summary>
internal static class ReleaseNumber
{
    /// <summary>Reads one to three numbers; missing or ill-formed ones are 0.</summary>
    public static Version Parse(string text)
    {
        var parts = text.Split('-', '+')[0].Split('.');
        return new Version(Number(parts, 0), Number(parts, 1), Number(parts, 2));
    }

    private static int Number(string[] parts, int index) =>
        index < parts.Length
        && int.TryParse(
            parts[index],
            NumberStyles.None,
            CultureInfo.InvariantCulture,
            out var number
        )
            ? number
            : 0;
}
