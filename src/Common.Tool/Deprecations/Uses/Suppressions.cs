using System.Text.RegularExpressions;
using Common.Tool.Deprecations.Projects;
using Microsoft.CodeAnalysis;

namespace Common.Tool.Deprecations.Uses;

/// <summary>Tells what keeps a build silent about an ID: a directive, <c>NoWarn</c>, or a severity of none.</summary>
internal sealed partial class Suppressions
{
    private readonly Dictionary<string, string> _noWarn = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<SyntaxTree, PragmaWarnings> _pragmas = [];
    private readonly Lazy<AnalyzerConfigSet> _severities;

    /// <summary>Reads the project's file, the shared ones above it, and the editor's configuration.</summary>
    public Suppressions(SourceProject project)
    {
        ReadNoWarn(project.Path);
        foreach (var shared in new[] { "Directory.Build.props", "Directory.Build.targets" })
        {
            if (Above(project.Folder, shared).FirstOrDefault() is { } file)
            {
                ReadNoWarn(file);
            }
        }

        _severities = new(() => ReadSeverities(project));
    }

    /// <summary>What suppresses one of the IDs at a position; <see langword="null"/> if nothing does.</summary>
    public string? Of(SyntaxTree tree, int position, params IReadOnlyList<string> ids)
    {
        if (!_pragmas.TryGetValue(tree, out var pragmas))
        {
            _pragmas.Add(tree, pragmas = PragmaWarnings.Of(tree));
        }

        var severities = _severities.Value.GetOptionsForSourcePath(tree.FilePath).TreeOptions;
        foreach (var id in ids)
        {
            if (pragmas.IsDisabled(id, position))
            {
                return $"#pragma warning disable {id}";
            }

            if (_noWarn.TryGetValue(id, out var file))
            {
                return $"NoWarn of {id} in {file}";
            }

            if (
                severities.GetValueOrDefault(id)
                is ReportDiagnostic.Suppress
                    or ReportDiagnostic.Hidden
            )
            {
                return $"severity of {id} in the editor configuration";
            }
        }

        return null;
    }

    private void ReadNoWarn(string file)
    {
        foreach (Match match in NoWarnElement().Matches(File.ReadAllText(file)))
        {
            foreach (
                var id in match
                    .Groups["ids"]
                    .Value.Split(
                        [';', ',', ' ', '\r', '\n', '\t'],
                        StringSplitOptions.RemoveEmptyEntries
                    )
            )
            {
                _noWarn.TryAdd(PragmaWarnings.Normalized(id), Path.GetFileName(file));
            }
        }
    }

    private static AnalyzerConfigSet ReadSeverities(SourceProject project) =>
        AnalyzerConfigSet.Create(
            Above(project.Folder, ".editorconfig")
                .Concat(Above(project.Folder, ".globalconfig"))
                .Concat(
                    SourceProject
                        .Files(project.Folder, ".editorconfig")
                        .Where(f => Path.GetDirectoryName(f) != project.Folder)
                )
                .Select(f => AnalyzerConfig.Parse(File.ReadAllText(f), f))
                .ToList()
        );

    private static IEnumerable<string> Above(string folder, string name)
    {
        for (var at = new DirectoryInfo(folder); at is not null; at = at.Parent)
        {
            var file = Path.Combine(at.FullName, name);
            if (File.Exists(file))
            {
                yield return file;
            }
        }
    }

    [GeneratedRegex("<NoWarn[^>]*>(?<ids>[^<]*)</NoWarn>", RegexOptions.NonBacktracking)]
    private static partial Regex NoWarnElement();
}
