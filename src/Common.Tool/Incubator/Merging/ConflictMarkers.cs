using System.Text;

namespace Common.Tool.Incubator.Merging;

/// <summary>Writes, finds and settles the markers around lines in dispute.</summary>
internal static class ConflictMarkers
{
    /// <summary>Stands before the service's lines.</summary>
    public const string Ours = "<<<<<<< yours";

    /// <summary>Stands between the two versions.</summary>
    public const string Middle = "=======";

    private const string TheirsStart = ">>>>>>> ";

    /// <summary>Stands after upstream's lines.</summary>
    public static string Theirs(string label) => TheirsStart + label;

    /// <summary>Whether a normalised text still has markers.</summary>
    public static bool AreIn(string text) =>
        LineDiff
            .Lines(text)
            .Any(line => line == Ours || line.StartsWith(TheirsStart, StringComparison.Ordinal));

    /// <summary>Settles every dispute of a normalised text for one side.</summary>
    public static string Settle(string text, Favour favour)
    {
        var result = new StringBuilder();
        var side = Favour.Markers;
        foreach (var line in LineDiff.Lines(text))
        {
            if (line == Ours)
            {
                side = Favour.Ours;
            }
            else if (line == Middle && side == Favour.Ours)
            {
                side = Favour.Theirs;
            }
            else if (
                side == Favour.Theirs
                && line.StartsWith(TheirsStart, StringComparison.Ordinal)
            )
            {
                side = Favour.Markers;
            }
            else if (side == Favour.Markers || side == favour)
            {
                result.Append(line).Append('\n');
            }
        }

        return result.ToString();
    }
}
