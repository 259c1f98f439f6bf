using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Formatting;

namespace Common.Analyzers.CodeFixes;

/// <summary>Adds a file with a new class to a project, or the class to a file that is there.</summary>
/// <remarks>
/// The workspace of the command line (<c>dotnet format</c>) lists each new file in the project, which an SDK-style project finds by
/// itself, so that the next build ends with a file that is there twice. There the class goes into a file of its namespace.
/// </remarks>
internal static class NewFile
{
    private const string CommandLine = "MSBuildWorkspace"; // WorkspaceKind.MSBuild

    /// <summary>Adds the content of a new file.</summary>
    /// <param name="solution">Where to.</param>
    /// <param name="project">The project of the file.</param>
    /// <param name="name">The file's name.</param>
    /// <param name="path">Its path, if the project has one.</param>
    /// <param name="unit">Directives and one class, in a file-scoped namespace or in none.</param>
    /// <param name="cancellationToken">Ends the search for a file that is there.</param>
    public static async Task<Solution> AddAsync(
        Solution solution,
        ProjectId project,
        string name,
        string? path,
        CompilationUnitSyntax unit,
        CancellationToken cancellationToken
    )
    {
        if (
            solution.Workspace.Kind != CommandLine
            || await FindHomeAsync(solution.GetProject(project)!, SpaceOf(unit), cancellationToken)
                .ConfigureAwait(false)
                is not
                (var home, { } root)
        )
        {
            return solution.AddDocument(
                DocumentId.CreateNewId(project),
                name,
                unit,
                filePath: path
            );
        }

        return solution.WithDocumentSyntaxRoot(home, Append(root, unit));
    }

    /// <summary>The first file of the project's own that has the namespace; else the first that may have several.</summary>
    private static async Task<(DocumentId Home, CompilationUnitSyntax? Root)> FindHomeAsync(
        Project project,
        string space,
        CancellationToken cancellationToken
    )
    {
        var compilation = await project
            .GetCompilationAsync(cancellationToken)
            .ConfigureAwait(false);
        (DocumentId Home, CompilationUnitSyntax? Root) open = default;
        foreach (var document in project.Documents.OrderBy(d => d.FilePath, StringComparer.Ordinal))
        {
            var tree = await document.GetSyntaxTreeAsync(cancellationToken).ConfigureAwait(false);
            if (
                tree is null
                || GeneratedCode.Holds(tree, compilation!)
                || await tree.GetRootAsync(cancellationToken).ConfigureAwait(false)
                    is not CompilationUnitSyntax root
                || root.Members.Count == 0
            )
            {
                continue;
            }

            var own = root.Members.OfType<FileScopedNamespaceDeclarationSyntax>().FirstOrDefault();
            if (own is not null && own.Name.ToString() == space)
            {
                return (document.Id, root);
            }

            if (own is null && open.Root is null)
            {
                open = (document.Id, root);
            }
        }

        return open;
    }

    private static CompilationUnitSyntax Append(
        CompilationUnitSyntax root,
        CompilationUnitSyntax unit
    )
    {
        var lineEnd = root.ToFullString().Contains("\r\n")
            ? SyntaxFactory.CarriageReturnLineFeed
            : SyntaxFactory.LineFeed;
        unit = unit.ReplaceTrivia(
            unit.DescendantTrivia().Where(t => t.IsKind(SyntaxKind.EndOfLineTrivia)),
            (_, _) => lineEnd
        );
        foreach (var directive in unit.Usings)
        {
            root = (CompilationUnitSyntax)Usings.Add(root, directive.Name!.ToString());
        }

        var space = SpaceOf(unit);
        var declaration = unit.DescendantNodes().OfType<ClassDeclarationSyntax>().First();
        if (root.Members.OfType<FileScopedNamespaceDeclarationSyntax>().FirstOrDefault() is { } own)
        {
            return root.ReplaceNode(own, own.AddMembers(declaration));
        }

        return space.Length == 0
            ? root.AddMembers(declaration)
            : root.AddMembers(
                SyntaxFactory
                    .NamespaceDeclaration(SyntaxFactory.ParseName(space))
                    .AddMembers(declaration)
                    .NormalizeWhitespace(eol: lineEnd.ToString())
                    .WithLeadingTrivia(lineEnd)
                    .WithTrailingTrivia(lineEnd)
                    .WithAdditionalAnnotations(Formatter.Annotation)
            );
    }

    private static string SpaceOf(CompilationUnitSyntax unit) =>
        unit.Members.OfType<FileScopedNamespaceDeclarationSyntax>()
            .FirstOrDefault()
            ?.Name.ToString()
        ?? "";
}
