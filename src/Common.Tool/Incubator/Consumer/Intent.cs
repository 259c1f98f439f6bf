using Common.Tool.Incubator.Files;
using Common.Tool.Incubator.Source;

namespace Common.Tool.Incubator.Consumer;

/// <summary>What <c>common.json</c> says: which modules a service wants copied, and how.</summary>
internal sealed record Intent
{
    /// <summary>The name of the file, in the project's folder.</summary>
    public const string FileName = "common.json";

    /// <summary>The folder of the copies when the file names none.</summary>
    public const string DefaultFolder = "Incubator";

    /// <summary>The namespace that the copies' namespaces begin with.</summary>
    public required string RootNamespace { get; init; }

    /// <summary>The folder that each copy is a folder in.</summary>
    public string Folder { get; init; } = DefaultFolder;

    /// <summary>The modules that are asked for by name.</summary>
    public required IReadOnlyDictionary<string, ModuleIntent> Modules { get; init; }

    /// <summary>How modules are copied that only others need.</summary>
    public required ModuleIntent Default { get; init; }

    /// <summary>Reads the file.</summary>
    public static Intent Parse(string text)
    {
        var root = JsonText
            .Parse(text, FileName)
            .Only("schema", "rootNamespace", "folder", "visibility", "modules");
        var rootNamespace = root.Field("rootNamespace");
        if (!IsNamespace(rootNamespace.Text()))
        {
            throw rootNamespace.Fault("must be a namespace as Acme.Orders");
        }

        var folder = root.Find("folder")?.Text() ?? DefaultFolder;
        SafePath.Check(folder, $"{FileName}: folder");
        var isInternal = Visibility(root.Find("visibility")) ?? false;
        return new Intent
        {
            RootNamespace = rootNamespace.Text(),
            Folder = folder,
            Default = new ModuleIntent(isInternal, null),
            Modules =
                root.Find("modules")
                    ?.Fields()
                    .ToDictionary(
                        module => Name(module.Name, module.Value),
                        module => Module(module.Value, isInternal),
                        StringComparer.Ordinal
                    )
                ?? [],
        };
    }

    /// <summary>Whether a text is a namespace of plain identifiers.</summary>
    public static bool IsNamespace(string text) =>
        text.Split('.')
            .All(part =>
                part.Length > 0
                && !char.IsAsciiDigit(part[0])
                && part.All(c => char.IsAsciiLetterOrDigit(c) || c == '_')
            );

    private static string Name(string name, JsonText field) =>
        ModuleManifest.IsName(name) ? name : throw field.Fault("is not the name of a module");

    private static ModuleIntent Module(JsonText field, bool isInternal)
    {
        field.Only("visibility", "tests");
        var tests = field.Find("tests")?.Text();
        if (tests is not null)
        {
            SafePath.Check(tests, $"{FileName}: tests");
        }

        return new ModuleIntent(Visibility(field.Find("visibility")) ?? isInternal, tests);
    }

    private static bool? Visibility(JsonText? field) =>
        field?.Text() switch
        {
            null => null,
            "public" => false,
            "internal" => true,
            _ => throw field.Fault("must be 'public' or 'internal'"),
        };
}
