using System.Collections.Immutable;
using Common.Analyzers.Logging;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Editing;
using Microsoft.CodeAnalysis.Operations;
using Microsoft.CodeAnalysis.Text;

namespace Common.Analyzers.CodeFixes.Logging;

/// <summary>Makes declared events of log calls: writes their methods into the class of events, and calls them.</summary>
internal sealed class LogCallMigration
{
    private readonly Project _project;
    private readonly SolutionEditor _editor;
    private readonly INamedTypeSymbol? _class;
    private readonly ClassDeclarationSyntax? _declaration;
    private readonly TakenEvents _taken;
    private readonly List<EventDraft> _drafts = [];
    private readonly HashSet<(DocumentId Document, string Space)> _directives = [];
    private readonly List<(DocumentId Document, TextSpan Span)> _mended = [];
    private readonly string _space;
    private readonly string _className;

    private LogCallMigration(Project project, Compilation compilation, string place)
    {
        _project = project;
        _editor = new SolutionEditor(project.Solution);
        _class = EventsClass.Find(compilation, place);
        _declaration = _class is null ? null : EventsClass.DeclarationOf(_class, compilation);
        _space = _class is null ? place : EventsClass.NamespaceOf(_class);
        _className = _class?.Name ?? EventsClass.FreeName(project, compilation, place);
        _taken = new TakenEvents(compilation, _class, _className);
    }

    /// <summary>Mends calls; those that cannot be mended stay.</summary>
    public static async Task<Solution> ApplyAsync(
        Project project,
        ImmutableArray<Diagnostic> diagnostics,
        CancellationToken cancellation
    )
    {
        LogCallMigration? migration = null;
        foreach (var (id, span) in LogPlaces.Of(project, diagnostics))
        {
            var document = project.GetDocument(id)!;
            var model = (await document.GetSemanticModelAsync(cancellation).ConfigureAwait(false))!;
            if (CallAt(model, span, cancellation) is not { } call)
            {
                continue;
            }

            var place = model.GetEnclosingSymbol(span.Start, cancellation) is { } around
                ? EventsClass.NamespaceOf(around)
                : string.Empty;
            migration ??= new LogCallMigration(project, model.Compilation, place);
            await migration.MendAsync(id, model, call, place, cancellation).ConfigureAwait(false);
        }

        return migration is null
            ? project.Solution
            : await migration.FinishAsync(cancellation).ConfigureAwait(false);
    }

    /// <summary>Whether the call at a place can be mended.</summary>
    public static bool CanMend(
        SemanticModel model,
        TextSpan span,
        CancellationToken cancellation
    ) =>
        CallAt(model, span, cancellation) is { } call
        && LogCallReader.Read(call) is { } log
        && ParametersOf(model, log) is not null;

    private static IInvocationOperation? CallAt(
        SemanticModel model,
        TextSpan span,
        CancellationToken cancellation
    ) =>
        model
            .SyntaxTree.GetRoot(cancellation)
            .FindNode(span, getInnermostNodeForTie: true)
            .FirstAncestorOrSelf<InvocationExpressionSyntax>()
            is { } node
            ? model.GetOperation(node, cancellation) as IInvocationOperation
            : null;

    private static EventParameters? ParametersOf(SemanticModel model, LogCall call)
    {
        var parameters = new EventParameters(model);
        var exception = call.Exception;
        foreach (var part in call.Parts.Where(part => part.IsValue))
        {
            if (exception is null && part.Type is { } type && FieldTypes.IsException(type))
            {
                exception = part.Value;
            }
            else if (!parameters.TryAdd(part))
            {
                return null;
            }
        }

        if (exception is not null)
        {
            parameters.AddException(exception);
        }

        return parameters;
    }

    private async Task MendAsync(
        DocumentId id,
        SemanticModel model,
        IInvocationOperation operation,
        string place,
        CancellationToken cancellation
    )
    {
        var old = (InvocationExpressionSyntax)operation.Syntax;
        if (
            _mended.Any(m => m.Document == id && m.Span.Contains(old.Span)) // in an argument
            || LogCallReader.Read(operation) is not { } call
            || ParametersOf(model, call) is not { } parameters
        )
        {
            return;
        }

        var method = MethodFor(model, operation.Syntax, call, parameters);
        var document = await _editor.GetDocumentEditorAsync(id, cancellation).ConfigureAwait(false);
        document.ReplaceNode(old, Call(old, call.Logger, method, parameters.Arguments));
        _mended.Add((id, old.Span));
        if (!IsInScope(model, old.SpanStart, place))
        {
            _directives.Add((id, _space));
        }

        if (
            parameters.NeedLinq
            && model.LookupNamespacesAndTypes(old.SpanStart, name: nameof(Enumerable)).IsEmpty
        )
        {
            _directives.Add((id, "System.Linq"));
        }
    }

    /// <summary>The name of the event's method: of a new one, or of one that says the same.</summary>
    private string MethodFor(
        SemanticModel model,
        SyntaxNode node,
        LogCall call,
        EventParameters parameters
    )
    {
        var around = model.GetEnclosingSymbol(node.SpanStart);
        while (
            around
                is IMethodSymbol
                {
                    MethodKind: MethodKind.AnonymousFunction or MethodKind.LocalFunction
                }
        )
        {
            around = around.ContainingSymbol;
        }

        var type = around?.ContainingType?.Name ?? string.Empty;
        var isNamed = around is { CanBeReferencedByName: true };
        var summary = SummaryText.Of(call.Parts, isNamed ? around!.Name : type + "Event");
        var draft = new EventDraft(
            0,
            string.Empty,
            KindChoice.Of(call.Level, summary),
            summary,
            string.Empty,
            parameters.Parameters,
            parameters.ArePublic || _class?.DeclaredAccessibility != Accessibility.Public
        );
        if (_taken.MethodOfSame(draft) is { } same)
        {
            return same;
        }

        var name = _taken.FreeName(
            call.EventName is { } given && EventName.IsValid(given)
                ? given
                : SummaryText.EventNameOf(summary, type)
        );
        draft = draft with
        {
            Id = _taken.FreeId(call.Id),
            Name = name,
            Method = _taken.FreeMethod(SummaryText.MethodNameOf(name)),
        };
        _taken.Keep(draft);
        _drafts.Add(draft);
        return draft.Method;
    }

    private static InvocationExpressionSyntax Call(
        InvocationExpressionSyntax old,
        ExpressionSyntax? logger,
        string method,
        string arguments
    )
    {
        var name = SyntaxFactory.IdentifierName(method);
        ExpressionSyntax target = (logger, old.Expression) switch
        {
            ({ } receiver, _) => SyntaxFactory.MemberAccessExpression(
                SyntaxKind.SimpleMemberAccessExpression,
                SyntaxFactory.ParseExpression(EventValues.Receiver(receiver)),
                name
            ),
            (_, MemberBindingExpressionSyntax binding) => binding.WithName(name),
            (_, MemberAccessExpressionSyntax access) => access.WithName(name),
            _ => name,
        };
        return old.WithExpression(target.WithTriviaFrom(old.Expression))
            .WithArgumentList(
                SyntaxFactory.ParseArgumentList($"({arguments})").WithTriviaFrom(old.ArgumentList)
            );
    }

    /// <summary>Whether the methods of the class can be called at a place without a further <c>using</c>.</summary>
    private bool IsInScope(SemanticModel model, int position, string place)
    {
        if (_class is null)
        {
            return _space.Length == 0
                || place == _space
                || place.StartsWith(_space + ".", StringComparison.Ordinal);
        }

        return model
            .LookupNamespacesAndTypes(position, name: _class.Name)
            .Contains(_class, SymbolEqualityComparer.Default);
    }

    private async Task<Solution> FinishAsync(CancellationToken cancellation)
    {
        if (_declaration is { } declaration)
        {
            var home = _project.GetDocument(declaration.SyntaxTree)!.Id;
            var document = await _editor
                .GetDocumentEditorAsync(home, cancellation)
                .ConfigureAwait(false);
            document.ReplaceNode(
                declaration,
                (node, _) => EventMembers.AddTo((ClassDeclarationSyntax)node, _drafts)
            );
        }

        var solution = _editor.GetChangedSolution();
        if (_class is null && _drafts.Count > 0)
        {
            solution = await AddClassAsync(solution, cancellation).ConfigureAwait(false);
        }

        foreach (var (id, space) in _directives)
        {
            var document = solution.GetDocument(id)!;
            var root = await document.GetSyntaxRootAsync(cancellation).ConfigureAwait(false);
            solution = solution.WithDocumentSyntaxRoot(id, Usings.Add(root!, space));
        }

        return solution;
    }

    private Task<Solution> AddClassAsync(Solution solution, CancellationToken cancellation)
    {
        var project = solution.GetProject(_project.Id)!;
        var folder = Path.GetDirectoryName(project.FilePath ?? string.Empty);
        var text = EventsClass.Write(_space, _className, EventMembers.Text(_drafts, "    ", "\n"));
        return NewFile.AddAsync(
            solution,
            _project.Id,
            _className + ".cs",
            string.IsNullOrEmpty(folder) ? null : Path.Combine(folder, _className + ".cs"),
            (CompilationUnitSyntax)EventMembers.Mark(SyntaxFactory.ParseCompilationUnit(text)),
            cancellation
        );
    }
}
