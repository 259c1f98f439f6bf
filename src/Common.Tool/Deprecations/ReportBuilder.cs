using Common.Tool.Deprecations.Projects;
using Common.Tool.Deprecations.Uses;
using Common.Tool.Deprecations.Waivers;
using Common.Tool.Shell;

namespace Common.Tool.Deprecations;

/// <summary>Looks through projects and gathers a report.</summary>
internal sealed class ReportBuilder(string path, ReleaseNumber? target)
{
    private readonly ProjectCompiler _compiler = new();
    private readonly List<Use> _uses = [];
    private readonly List<string> _problems = [];
    private readonly List<SourceProject> _lookedThrough = [];

    /// <summary>Gathers it.</summary>
    /// <param name="waivers">What may still be used.</param>
    /// <param name="day">The day on which waivers are judged.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    public DeprecationReport Build(
        IReadOnlyList<Waiver> waivers,
        DateOnly day,
        CancellationToken cancellationToken
    )
    {
        var projects = ProjectFinder.Find(path);
        foreach (var project in projects)
        {
            try
            {
                LookThrough(project, cancellationToken);
                _lookedThrough.Add(project);
            }
            catch (ToolException exception) when (exception.Code == ExitCode.SourceUnavailable)
            {
                _problems.Add(exception.Message);
            }
        }

        var sorted = _uses
            .OrderByDescending(u => u.Stage)
            .ThenBy(u => u.Item.Surface, StringComparer.Ordinal)
            .ThenBy(u => u.Item.Name, StringComparer.Ordinal)
            .ThenBy(u => u.File, StringComparer.Ordinal)
            .ThenBy(u => u.Line)
            .ThenBy(u => u.Column)
            .ToList();
        return new DeprecationReport(
            [.. _lookedThrough.Select(p => p.Name)],
            sorted,
            waivers,
            _problems,
            _lookedThrough.Count == projects.Count,
            target,
            day
        ).Waive();
    }

    private void LookThrough(SourceProject project, CancellationToken cancellationToken)
    {
        var assets = ProjectAssets.Read(project);
        var scope = new ProjectScope(
            ProjectFinder.RootOf(path),
            project,
            assets,
            _compiler.Compile(project, assets),
            target
        );
        var named = NamedItems.Of(scope);
        _uses.AddRange(ApiUses.Find(scope, _problems.Add, cancellationToken));
        _uses.AddRange(LiteralUses.Find(scope, named, cancellationToken));
        _uses.AddRange(SettingsUses.Find(scope, named, _problems.Add));
        NoteWrongCode(scope, cancellationToken);
    }

    // Code that does not parse is not bound, and what it uses may be missed: never in silence.
    private void NoteWrongCode(ProjectScope scope, CancellationToken cancellationToken)
    {
        foreach (var tree in scope.Compilation.SyntaxTrees)
        {
            var error = tree.GetDiagnostics(cancellationToken)
                .FirstOrDefault(d => d.Severity == Microsoft.CodeAnalysis.DiagnosticSeverity.Error);
            if (error is not null)
            {
                var line = error.Location.GetLineSpan().StartLinePosition.Line + 1;
                _problems.Add(
                    $"{scope.Relative(tree.FilePath)}({line}): the code does not parse, so that uses may be missed: {error.GetMessage(System.Globalization.CultureInfo.InvariantCulture)}"
                );
            }
        }
    }
}
