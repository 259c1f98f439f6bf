using Common.Tool.Incubator.Files;
using NuGet.Versioning;

namespace Common.Tool.Incubator.Source;

/// <summary>A defect of released modules that no service may keep.</summary>
/// <param name="Id">Its name, for talking about it.</param>
/// <param name="Module">The module.</param>
/// <param name="Versions">The versions that have it, as a NuGet version range.</param>
/// <param name="Text">What is wrong and what to do, in one line.</param>
internal sealed record Advisory(string Id, string Module, VersionRange Versions, string Text)
{
    /// <summary>Whether a copy of a module at a version has the defect.</summary>
    public bool Names(string module, string version) =>
        module == Module
        && NuGetVersion.TryParse(version, out var parsed)
        && Versions.Satisfies(parsed);

    /// <summary>Reads one entry of the incubator's list.</summary>
    public static Advisory Parse(JsonText entry)
    {
        entry.Only("id", "module", "versions", "text");
        var versions = entry.Field("versions");
        return VersionRange.TryParse(versions.Text(), out var range)
            ? new Advisory(
                entry.Field("id").Text(),
                entry.Field("module").Text(),
                range,
                entry.Field("text").Text()
            )
            : throw versions.Fault("must be a range of versions as [1.0.0,1.2.0)");
    }
}
