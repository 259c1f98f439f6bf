using System.Globalization;
using System.Xml.Linq;
using Common.Analyzers.Lifecycle.Record;
using Common.Tool.Shell;
using NuGet.Versioning;

namespace Common.Tool.Release;

/// <summary>Where a repository keeps what a release reads and writes.</summary>
internal sealed class ReleaseRepository(string root)
{
    private const string VersionElement = "VersionPrefix";
    private const string BaselineElement = "PackageValidationBaselineVersion";
    private const string MonthsElement = "MonthsBetweenMajors";

    /// <summary>The repository's folder.</summary>
    public string Root => root;

    /// <summary>The folder of the record.</summary>
    public string Releases => Path.Combine(root, "releases");

    /// <summary>The changelog.</summary>
    public string Changelog => Path.Combine(root, "CHANGELOG.md");

    private string VersionFile => Path.Combine(root, "eng", "Version.props");

    /// <summary>The version of the coming release.</summary>
    public NuGetVersion Version
    {
        get
        {
            var text = Property(VersionElement);
            return NuGetVersion.TryParse(text, out var version)
                ? version
                : throw new ToolException(
                    ExitCode.Usage,
                    $"{VersionFile}: {VersionElement} is '{text}'; it must be a version such as 1.2.0."
                );
        }
    }

    /// <summary>The least number of months between two major releases; 0 if the project sets none.</summary>
    public int MonthsBetweenMajors =>
        int.TryParse(
            Property(MonthsElement),
            NumberStyles.None,
            CultureInfo.InvariantCulture,
            out var months
        )
            ? months
            : 0;

    /// <summary>The file of the public API of a package, if the repository has its source.</summary>
    public string? ApiFile(string package, string name)
    {
        var folders = Directory.Exists(Path.Combine(root, "src"))
            ? Directory.GetDirectories(Path.Combine(root, "src"))
            : [];
        // A publisher's prefix stands before the name of the folder.
        var folder = folders
            .Where(f => package.EndsWith(Path.GetFileName(f), StringComparison.Ordinal))
            .MaxBy(f => f.Length);
        var file = folder is null ? null : Path.Combine(folder, name);
        return File.Exists(file) ? file : null;
    }

    /// <summary>Reads the record of a package.</summary>
    /// <param name="package">The package's ID.</param>
    /// <param name="findings">Takes what can't be read.</param>
    public ReleaseRecord ReadRecord(string package, ICollection<Finding> findings)
    {
        var releases = new List<(Analyzers.Lifecycle.Release, IReadOnlyList<RecordItem>)>();
        foreach (var folder in VersionFolders())
        {
            var file = Path.Combine(folder, package + ".txt");
            if (
                File.Exists(file)
                && Analyzers.Lifecycle.Release.TryParse(Path.GetFileName(folder)) is { } version
            )
            {
                releases.Add((version, ReadFile(file, RecordFile.Read, findings)));
            }
        }

        var exceptions = Path.Combine(Releases, RecordException.FileName);
        return new ReleaseRecord(
            releases.GroupBy(r => r.Item1).Select(g => (g.Key, g.Last().Item2)),
            File.Exists(exceptions) ? ReadFile(exceptions, RecordException.Read, findings) : []
        );
    }

    /// <summary>The versions that were released, first to last.</summary>
    public IEnumerable<string> VersionFolders() =>
        !Directory.Exists(Releases)
            ? []
            : Directory
                .GetDirectories(Releases)
                .Where(d => NuGetVersion.TryParse(Path.GetFileName(d), out _))
                .OrderBy(d => NuGetVersion.Parse(Path.GetFileName(d)));

    /// <summary>Whether anything was released: there is a record, or the changelog has a release.</summary>
    public bool HasReleased =>
        VersionFolders().Any()
        || (File.Exists(Changelog) && ReleaseNotes.HasRelease(File.ReadAllText(Changelog)));

    /// <summary>Moves on to the next version.</summary>
    /// <remarks>
    /// The SDK's package validation compares with the release before, where a project asks for it; within a major version, since it
    /// can't tell a planned removal from an accident.
    /// </remarks>
    public void SetVersion(NuGetVersion next)
    {
        var text = File.ReadAllText(VersionFile);
        var current = Version;
        var baseline = next.Major == current.Major ? current.ToNormalizedString() : "";
        text = Set(text, VersionElement, current.ToNormalizedString(), next.ToNormalizedString());
        text = Set(text, BaselineElement, Property(BaselineElement), baseline);
        File.WriteAllText(VersionFile, text);
    }

    private static string Set(string text, string element, string old, string @new) =>
        text.Replace(
            $"<{element}>{old}</{element}>",
            $"<{element}>{@new}</{element}>",
            StringComparison.Ordinal
        );

    private string Property(string name)
    {
        if (!File.Exists(VersionFile))
        {
            throw new ToolException(
                ExitCode.Usage,
                $"{VersionFile} is missing; it says the version."
            );
        }

        return XDocument.Load(VersionFile).Descendants(name).FirstOrDefault()?.Value.Trim() ?? "";
    }

    private IReadOnlyList<T> ReadFile<T>(
        string file,
        Func<IReadOnlyList<string>, Action<int, string>, IReadOnlyList<T>> read,
        ICollection<Finding> findings
    ) =>
        read(
            File.ReadAllLines(file),
            (line, rule) =>
                findings.Add(
                    new Finding(
                        Analyzers.RuleIds.InvalidRecord,
                        Path.GetRelativePath(root, file).Replace('\\', '/'),
                        line + 1,
                        rule
                    )
                )
        );
}
