using System.Globalization;
using Common.Tool.Incubator.Files;
using Common.Tool.Shell;

namespace Common.Tool.Incubator.Source;

/// <summary>What <c>module.json</c> says about an incubating module.</summary>
internal sealed record ModuleManifest
{
    /// <summary>The module's name: lower-case letters, digits and dashes; the name of its folder.</summary>
    public required string Name { get; init; }

    /// <summary>What the module is for, in one line.</summary>
    public required string Purpose { get; init; }

    /// <summary>Who answers for it.</summary>
    public required string Owner { get; init; }

    /// <summary>The release that first carried it.</summary>
    public required string Since { get; init; }

    /// <summary>The day by which it has graduated or is dropped.</summary>
    public required DateOnly Exit { get; init; }

    /// <summary>The modules that it needs.</summary>
    public IReadOnlyList<string> Modules { get; init; } = [];

    /// <summary>The packages that it needs.</summary>
    public IReadOnlyList<string> Packages { get; init; } = [];

    /// <summary>The shared frameworks that it needs.</summary>
    public IReadOnlyList<string> Frameworks { get; init; } = [];

    /// <summary>The patterns of the files that a copy has, in the module's folder.</summary>
    public IReadOnlyList<string> Sources { get; init; } = [];

    /// <summary>The patterns of the tests that travel with a copy on request.</summary>
    public IReadOnlyList<string> Tests { get; init; } = [];

    /// <summary>Where it went, if it has graduated.</summary>
    public Graduation? Graduated { get; init; }

    /// <summary>Reads a manifest.</summary>
    /// <param name="text">The text of <c>module.json</c>.</param>
    /// <param name="file">How messages name the file.</param>
    /// <exception cref="ToolException">The text is not a manifest.</exception>
    public static ModuleManifest Parse(string text, string file)
    {
        var root = JsonText
            .Parse(text, file)
            .Only(
                "schema",
                "name",
                "purpose",
                "owner",
                "stage",
                "since",
                "exit",
                "modules",
                "packages",
                "frameworks",
                "files",
                "changes",
                "graduated"
            );
        var files = root.Field("files").Only("source", "tests");
        CheckChanges(root.Find("changes"));
        var graduated = root.Find("graduated");
        var stage = root.Field("stage");
        if (stage.Text() != (graduated is null ? "incubating" : "graduated"))
        {
            throw stage.Fault(
                graduated is null
                    ? "must be 'incubating', or 'graduated' beside a field 'graduated'"
                    : "must be 'graduated', since there is a field 'graduated'"
            );
        }

        var exit = root.Field("exit");
        if (
            !DateOnly.TryParseExact(
                exit.Text(),
                "yyyy-MM-dd",
                CultureInfo.InvariantCulture,
                DateTimeStyles.None,
                out var exitDate
            )
        )
        {
            throw exit.Fault("must be a day as 2027-06-30");
        }

        return new ModuleManifest
        {
            Name = NameOf(root.Field("name")),
            Purpose = root.Field("purpose").Text(),
            Owner = root.Field("owner").Text(),
            Since = root.Field("since").Text(),
            Exit = exitDate,
            Modules = root.Find("modules")?.Texts() ?? [],
            Packages = root.Find("packages")?.Texts() ?? [],
            Frameworks = root.Find("frameworks")?.Texts() ?? [],
            Sources = files.Field("source").Texts(),
            Tests = files.Find("tests")?.Texts() ?? [],
            Graduated = graduated is null ? null : Graduation.Parse(graduated),
        };
    }

    /// <summary>Whether a text is a module's name.</summary>
    public static bool IsName(string text) =>
        text.Length is > 0 and <= 40
        && char.IsAsciiLetterLower(text[0])
        && text.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '-');

    // For the analyzers, which tell before an update what it brings; the tool compares the files themselves.
    private static void CheckChanges(JsonText? changes)
    {
        foreach (var change in changes?.Items() ?? [])
        {
            change.Only("release", "api").Field("release").Text();
            change.Find("api")?.Texts();
        }
    }

    private static string NameOf(JsonText field)
    {
        var name = field.Text();
        return IsName(name)
            ? name
            : throw field.Fault("must be 1 to 40 lower-case letters, digits and dashes");
    }
}
