using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Editing;

namespace Common.Analyzers.CodeFixes.Errors;

/// <summary>Errors of a project that are made by hand and are to be declared.</summary>
internal sealed class NewErrors
{
    private readonly Project _project;
    private readonly Dictionary<string, NewError> _byCode = new(StringComparer.Ordinal);
    private readonly Dictionary<Diagnostic, NewError> _byDiagnostic = [];

    private NewErrors(Project project) => _project = project;

    /// <summary>Says how each undeclared code is declared. One that a machine cannot declare is left out.</summary>
    public static async Task<NewErrors> PlanAsync(
        Project project,
        IEnumerable<Diagnostic> diagnostics,
        CancellationToken cancellation
    )
    {
        var errors = new NewErrors(project);
        var classes = new Dictionary<string, ErrorsClass>(StringComparer.Ordinal);
        foreach (
            var diagnostic in diagnostics
                .OrderBy(d => d.Location.SourceTree?.FilePath, StringComparer.Ordinal)
                .ThenBy(d => d.Location.SourceSpan.Start)
        )
        {
            if (
                project.GetDocument(diagnostic.Location.SourceTree) is { } document
                && await document.GetSemanticModelAsync(cancellation).ConfigureAwait(false)
                    is { } model
            )
            {
                errors.Add(diagnostic, model, classes, cancellation);
            }
        }

        return errors;
    }

    /// <summary>The name of the class that the error of a diagnostic goes into, or null if it is not declared.</summary>
    public string? Place(Diagnostic diagnostic) =>
        _byDiagnostic.TryGetValue(diagnostic, out var error) ? error.Class.Name : null;

    /// <summary>Writes the declarations, and raises the declared errors wherever the same was made by hand.</summary>
    public async Task<Solution> ApplyAsync(CancellationToken cancellation)
    {
        var editor = new SolutionEditor(_project.Solution);
        foreach (var document in _project.Documents)
        {
            await RaiseAsync(editor, document, cancellation).ConfigureAwait(false);
        }

        foreach (var error in _byCode.Values.Where(e => e.Class.Declaration is not null))
        {
            var document = _project.GetDocument(error.Class.Declaration!.SyntaxTree)!;
            var edits = await editor
                .GetDocumentEditorAsync(document.Id, cancellation)
                .ConfigureAwait(false);
            edits.AddMember(
                error.Class.Declaration,
                error.Member(LineEnd(error.Class.Declaration), isFirst: false)
            );
        }

        var solution = editor.GetChangedSolution();
        foreach (
            var newClass in _byCode
                .Values.Where(e => e.Class.Declaration is null)
                .GroupBy(e => e.Class.FullName)
        )
        {
            solution = await NewErrorsFile
                .AddAsync(solution, _project.Id, [.. newClass], cancellation)
                .ConfigureAwait(false);
        }

        return solution;
    }

    private void Add(
        Diagnostic diagnostic,
        SemanticModel model,
        Dictionary<string, ErrorsClass> classes,
        CancellationToken cancellation
    )
    {
        var node = model
            .SyntaxTree.GetRoot(cancellation)
            .FindNode(diagnostic.Location.SourceSpan, getInnermostNodeForTie: true)
            .FirstAncestorOrSelf<BaseObjectCreationExpressionSyntax>();
        if (node is null || HandMadeError.Read(node, model, cancellation) is not { } error)
        {
            return;
        }

        if (_byCode.TryGetValue(error.Code, out var same))
        {
            _byDiagnostic.Add(diagnostic, same);
            return;
        }

        var place = model.GetEnclosingSymbol(node.SpanStart, cancellation)!.ContainingNamespace;
        if (ErrorsClass.For(error, place, model.Compilation) is not { } found)
        {
            return;
        }

        if (!classes.TryGetValue(found.FullName, out var target))
        {
            classes.Add(found.FullName, target = found);
        }

        if (!target.Members.Add(error.Method))
        {
            return; // the name is taken; a person finds a better one
        }

        var isNullable = model
            .GetNullableContext(node.SpanStart)
            .HasFlag(NullableContext.AnnotationsEnabled);
        var planned = new NewError(error, error.Declare(isNullable), target);
        _byCode.Add(error.Code, planned);
        _byDiagnostic.Add(diagnostic, planned);
    }

    private async Task RaiseAsync(
        SolutionEditor editor,
        Document document,
        CancellationToken cancellation
    )
    {
        var root = await document.GetSyntaxRootAsync(cancellation).ConfigureAwait(false);
        var creations = root!
            .DescendantNodes()
            .OfType<BaseObjectCreationExpressionSyntax>()
            .ToList();
        if (
            creations.Count == 0
            || await document.GetSemanticModelAsync(cancellation).ConfigureAwait(false)
                is not { } model
        )
        {
            return;
        }

        foreach (var creation in creations)
        {
            if (
                HandMadeError.Read(creation, model, cancellation) is { } made
                && _byCode.TryGetValue(made.Code, out var error)
                && IsSame(made, error)
            )
            {
                var call = SyntaxFactory
                    .ParseExpression($"{error.Class.FullName}.{made.Method}({made.Arguments})")
                    .WithTriviaFrom(creation);
                var edits = await editor
                    .GetDocumentEditorAsync(document.Id, cancellation)
                    .ConfigureAwait(false);
                edits.ReplaceNode(creation, WholeNames.Shortened(call));
            }
        }
    }

    private static bool IsSame(HandMadeError made, NewError error) =>
        made.Declare(isNullable: true) == error.Error.Declare(isNullable: true);

    private static SyntaxTrivia LineEnd(ClassDeclarationSyntax declaration)
    {
        var end = declaration
            .DescendantTrivia()
            .FirstOrDefault(trivia => trivia.IsKind(SyntaxKind.EndOfLineTrivia))
            .ToString();
        return SyntaxFactory.EndOfLine(end.Length == 0 ? "\n" : end);
    }
}
