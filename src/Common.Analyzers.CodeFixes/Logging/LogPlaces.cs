using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace Common.Analyzers.CodeFixes.Logging;

/// <summary>Finds the places of a project that diagnostics are about.</summary>
internal static class LogPlaces
{
    /// <summary>The places, in order, each once.</summary>
    public static IReadOnlyList<(DocumentId Document, TextSpan Span)> Of(
        Project project,
        IEnumerable<Diagnostic> diagnostics
    )
    {
        var places =
            from diagnostic in diagnostics
            where diagnostic.Location.IsInSource
            let document = project.GetDocument(diagnostic.Location.SourceTree)
            where document is not null
            orderby document.FilePath ?? document.Name, diagnostic.Location.SourceSpan.Start
            select (document.Id, diagnostic.Location.SourceSpan);
        return [.. places.Distinct()];
    }
}
