using System.Globalization;
using Common.Tool.Incubator.Files;

namespace Common.Tool.Incubator.Source;

/// <summary>Where a graduated module went.</summary>
/// <param name="Release">The release N in which it became a package.</param>
/// <param name="Package">The package.</param>
/// <param name="Namespace">The namespace that its types moved to.</param>
/// <param name="Types">The types that got another name, from old to new, without namespace.</param>
internal sealed record Graduation(
    string Release,
    string Package,
    string Namespace,
    IReadOnlyDictionary<string, string> Types
)
{
    /// <summary>The major number of <see cref="Release"/>.</summary>
    public int Major => MajorOf(Release);

    /// <summary>Reads the field <c>graduated</c> of a manifest.</summary>
    public static Graduation Parse(JsonText field)
    {
        field.Only("release", "package", "namespace", "types");
        var release = field.Field("release");
        if (MajorOf(release.Text()) < 0)
        {
            throw release.Fault("must be a release as 2.0");
        }

        return new Graduation(
            release.Text(),
            field.Field("package").Text(),
            field.Field("namespace").Text(),
            field
                .Find("types")
                ?.Fields()
                .ToDictionary(type => type.Name, type => type.Value.Text(), StringComparer.Ordinal)
                ?? []
        );
    }

    /// <summary>Says which stage of leaving a release of the incubator is in for this module.</summary>
    public GraduationStage StageAt(string version) =>
        (MajorOf(version) - Major) switch
        {
            <= 0 => GraduationStage.Graduated,
            1 => GraduationStage.LastFixes,
            _ => GraduationStage.Ended,
        };

    /// <summary>Whether a text is a release: numbers with a dot between, as 2.0.</summary>
    public static bool IsRelease(string text) =>
        System.Version.TryParse(text, out var version) && version.Major > 0 && !text.Contains('+');

    /// <summary>The first number of a release or version, or -1.</summary>
    public static int MajorOf(string release) =>
        int.TryParse(
            release.Split('.', '-')[0],
            NumberStyles.None,
            CultureInfo.InvariantCulture,
            out var major
        )
            ? major
            : -1;
}
