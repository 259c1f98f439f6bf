using Common.Analyzers.Lifecycle.Record;
using Common.Tool.Deprecations.Projects;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;

namespace Common.Tool.Deprecations.Uses;

/// <summary>A project whose uses are being looked for.</summary>
/// <param name="Root">The folder that places are relative to.</param>
/// <param name="Project">The project.</param>
/// <param name="Assets">What its restore resolved.</param>
/// <param name="Compilation">Its code, bound.</param>
/// <param name="Target">The release that is looked ahead to, if one is.</param>
internal sealed record ProjectScope(
    string Root,
    SourceProject Project,
    ProjectAssets Assets,
    CSharpCompilation Compilation,
    ReleaseNumber? Target
)
{
    private readonly Dictionary<string, ReleaseNumber> _releases = Compilation
        .ReferencedAssemblyNames.GroupBy(n => n.Name, StringComparer.OrdinalIgnoreCase)
        .ToDictionary(
            g => g.Key,
            g => new ReleaseNumber(g.First().Version.Major, g.First().Version.Minor),
            StringComparer.OrdinalIgnoreCase
        );

    private readonly Suppressions _suppressions = new(Project);

    private readonly Lazy<CarriedExceptions> _exceptions = new(() =>
        new(
            Assets.Exceptions.Select(f =>
                (
                    Path.GetFileName(f)[..^RecordException.CarriedEnd.Length],
                    RecordException.Read(File.ReadAllLines(f), static (_, _) => { })
                )
            )
        )
    );

    /// <summary>The exceptions from the policy that the packages carry.</summary>
    public CarriedExceptions Exceptions => _exceptions.Value;

    /// <summary>A use in code.</summary>
    /// <param name="item">What is used.</param>
    /// <param name="location">Where; nowhere for a compiled library.</param>
    /// <param name="compilerId">The ID of the compiler's own warning of it, if it has one.</param>
    /// <param name="isSuppressed">Whether an attribute or directive suppresses the rule there.</param>
    public Use UseAt(
        DeprecatedItem item,
        Location location,
        string? compilerId = null,
        bool isSuppressed = false
    )
    {
        if (location.SourceTree is not { } tree)
        {
            return UseAt(item, Project.Path, new LinePosition(0, 0)) with { Line = 0, Column = 0 };
        }

        var use = UseAt(item, tree.FilePath, location.GetLineSpan().StartLinePosition);
        var rule = use.Stage.Rule();
        string[] ids = compilerId is null ? [rule] : [compilerId, rule];
        return use with
        {
            SuppressedBy =
                _suppressions.Of(tree, location.SourceSpan.Start, ids)
                ?? (isSuppressed ? "[SuppressMessage]" : null),
        };
    }

    /// <summary>A use at a position of a file.</summary>
    public Use UseAt(DeprecatedItem item, string file, LinePosition position)
    {
        var referenced = ReleaseOf(item.Package);
        return new(
            item,
            item.StageAt(referenced.Major, Target),
            referenced,
            Project.Name,
            Relative(file),
            position.Line + 1,
            position.Character + 1
        );
    }

    /// <summary>A file as reports write it.</summary>
    public string Relative(string file) =>
        Path.GetRelativePath(Root, file).Replace(Path.DirectorySeparatorChar, '/');

    /// <summary>The release of an assembly that the project references.</summary>
    public ReleaseNumber ReleaseOf(string assembly) => _releases[assembly];

    /// <summary>Whether the project references an assembly.</summary>
    public bool References(string assembly) => _releases.ContainsKey(assembly);
}
