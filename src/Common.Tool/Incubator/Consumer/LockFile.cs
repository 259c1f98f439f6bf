using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Common.Tool.Incubator.Files;
using Common.Tool.Incubator.Source;
using Common.Tool.Shell;

namespace Common.Tool.Incubator.Consumer;

/// <summary>What <c>common.lock.json</c> records: what was copied, from which version, file by file.</summary>
/// <remarks>Sorted, one file a line and without times, so that two branches' changes merge.</remarks>
internal sealed record LockFile(IReadOnlyDictionary<string, LockedModule> Modules)
{
    /// <summary>The name of the file, in the project's folder.</summary>
    public const string FileName = "common.lock.json";

    /// <summary>The name of the settings file that each copy's folder gets.</summary>
    public const string SettingsName = ".editorconfig";

    /// <summary>Records nothing.</summary>
    public static LockFile Empty { get; } = new(new Dictionary<string, LockedModule>());

    /// <summary>Gives the modules in ordinal order.</summary>
    public IEnumerable<KeyValuePair<string, LockedModule>> Sorted() =>
        Modules.OrderBy(module => module.Key, StringComparer.Ordinal);

    /// <summary>Gives a record in which a module is another, or gone.</summary>
    public LockFile With(string name, LockedModule? module)
    {
        var modules = new Dictionary<string, LockedModule>(Modules, StringComparer.Ordinal);
        if (module is null)
        {
            modules.Remove(name);
        }
        else
        {
            modules[name] = module;
        }

        return new LockFile(modules);
    }

    /// <summary>Reads the record. Nothing of it is trusted: each path and hash is checked.</summary>
    public static LockFile Parse(string text, string file = FileName)
    {
        var modules = new Dictionary<string, LockedModule>(StringComparer.Ordinal);
        var root = JsonText.Parse(text, file).Only("schema", "modules");
        foreach (var (name, value) in root.Field("modules").Fields())
        {
            if (!ModuleManifest.IsName(name))
            {
                throw value.Fault("is not the name of a module");
            }

            modules.Add(name, Module(value, file));
        }

        SafePath.CheckTwins(
            modules.Values.SelectMany(module =>
                module.Files.Keys.Where(path => path != module.Settings)
            ),
            file
        );
        return new LockFile(modules);
    }

    /// <summary>Writes the record.</summary>
    public string ToText()
    {
        var text = new StringBuilder("{\n  \"schema\": 1,\n  \"modules\": {");
        var nextModule = "\n";
        foreach (var (name, module) in Sorted())
        {
            text.Append(nextModule).Append("    ").Append(Quote(name)).Append(": {\n");
            Field(text, "incubator", module.Incubator);
            Field(text, "version", module.Version);
            Field(text, "namespace", module.Namespace);
            Field(text, "visibility", module.Internal ? "internal" : "public");
            Field(text, "folder", module.Folder);
            if (module.Tests is not null)
            {
                Field(text, "tests", module.Tests);
            }

            text.Append("      \"files\": {");
            var nextFile = "\n";
            foreach (var (path, entry) in module.Files.OrderBy(f => f.Key, StringComparer.Ordinal))
            {
                text.Append(nextFile).Append("        ").Append(Quote(path)).Append(": ");
                Entry(text, entry);
                nextFile = ",\n";
            }

            text.Append("\n      }\n    }");
            nextModule = ",\n";
        }

        return text.Append(Modules.Count == 0 ? "}\n}\n" : "\n  }\n}\n").ToString();
    }

    private static LockedModule Module(JsonText value, string file)
    {
        value.Only("incubator", "version", "namespace", "visibility", "folder", "tests", "files");
        var folder = value.Field("folder").Text();
        var tests = value.Find("tests")?.Text();
        SafePath.Check(folder, file);
        if (tests is not null)
        {
            SafePath.Check(tests, file);
        }

        var files = new Dictionary<string, LockedFile>(StringComparer.Ordinal);
        foreach (var (path, entry) in value.Field("files").Fields())
        {
            if (path != $"{folder}/{SettingsName}")
            {
                SafePath.CheckSource(path, file);
                if (!IsIn(path, folder) && (tests is null || !IsIn(path, tests)))
                {
                    throw new ToolException(
                        ExitCode.Refused,
                        $"{file} names '{path}', which is outside the module's folder '{folder}'."
                    );
                }
            }

            files.Add(path, File(entry));
        }

        return new LockedModule
        {
            Incubator = value.Field("incubator").Text(),
            Version = value.Field("version").Text(),
            Namespace = value.Field("namespace").Text(),
            Internal = value.Field("visibility").Text() == "internal",
            Folder = folder,
            Tests = tests,
            Files = files,
        };
    }

    private static bool IsIn(string path, string folder) =>
        path.StartsWith(folder + "/", StringComparison.Ordinal);

    private static LockedFile File(JsonText entry)
    {
        entry.Only("from", "base", "upstream", "accepted", "reason");
        return new LockedFile(
            entry.Field("from").Text(),
            Hash(entry.Field("base")),
            Hash(entry.Field("upstream")),
            entry.Find("accepted") is { } accepted
                ? accepted.Text() == LockedFile.Deleted
                    ? LockedFile.Deleted
                    : Hash(accepted)
                : null,
            entry.Find("reason")?.Text()
        );
    }

    private static string Hash(JsonText field) =>
        TextForm.IsHash(field.Text())
            ? field.Text()
            : throw field.Fault("must be a SHA-256 hash: 64 lower-case hexadecimal digits");

    private static void Entry(StringBuilder text, LockedFile entry)
    {
        text.Append("{ \"from\": ").Append(Quote(entry.From));
        text.Append(", \"base\": ").Append(Quote(entry.Base));
        text.Append(", \"upstream\": ").Append(Quote(entry.Upstream));
        if (entry.Accepted is not null)
        {
            text.Append(", \"accepted\": ").Append(Quote(entry.Accepted));
            text.Append(", \"reason\": ").Append(Quote(entry.Reason ?? ""));
        }

        text.Append(" }");
    }

    private static void Field(StringBuilder text, string name, string value) =>
        text.Append("      ").Append(Quote(name)).Append(": ").Append(Quote(value)).Append(",\n");

    private static string Quote(string text) =>
        $"\"{JsonEncodedText.Encode(text, JavaScriptEncoder.UnsafeRelaxedJsonEscaping)}\"";
}
