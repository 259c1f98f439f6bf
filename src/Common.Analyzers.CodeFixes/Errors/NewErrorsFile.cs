using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Formatting;

namespace Common.Analyzers.CodeFixes.Errors;

/// <summary>Writes the file of a class of errors that is new, beside the first place that raises one of them.</summary>
internal static class NewErrorsFile
{
    public static Task<Solution> AddAsync(
        Solution solution,
        ProjectId project,
        IReadOnlyList<NewError> errors,
        CancellationToken cancellationToken
    )
    {
        var target = errors[0].Class;
        var beside = solution
            .GetProject(project)!
            .Documents.First(document =>
                document.FilePath == errors[0].Error.Creation.SyntaxTree.FilePath
            );
        var head = target.Namespace.Length == 0 ? "" : $"namespace {target.Namespace};\n\n";
        var unit = SyntaxFactory.ParseCompilationUnit(
            "using Common.Abstractions;\nusing Common.Exceptions;\n\n"
                + head
                + $"internal static partial class {target.Name}\n{{\n}}\n"
        );
        var declaration = unit.DescendantNodes().OfType<ClassDeclarationSyntax>().Single();
        unit = unit.ReplaceNode(
                declaration,
                declaration.AddMembers([
                    .. errors.Select(
                        (error, i) => error.Member(SyntaxFactory.LineFeed, isFirst: i == 0)
                    ),
                ])
            )
            .WithAdditionalAnnotations(Formatter.Annotation);
        var path =
            beside.FilePath is { } file && Path.GetDirectoryName(file) is { } folder
                ? Path.Combine(folder, target.Name + ".cs")
                : null;
        return NewFile.AddAsync(
            solution,
            project,
            target.Name + ".cs",
            path,
            unit,
            cancellationToken
        );
    }
}
