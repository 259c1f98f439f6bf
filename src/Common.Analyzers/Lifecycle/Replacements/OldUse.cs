using Common.Analyzers.Lifecycle.Consumer;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Common.Analyzers.Lifecycle.Replacements;

/// <summary>One use of an API that goes away: which node it is, and what stands in its place afterwards.</summary>
internal sealed class OldUse
{
    private readonly OldApi _api;
    private readonly SemanticModel _model;
    private readonly ReplacementNames _names;
    private readonly bool _receiverIsValue;
    private const string OtherOrder =
        "an argument would be evaluated twice, never or in another order";
    private const string NotAssignable = "the replacement can't be assigned to";
    private readonly CancellationToken _cancellationToken;
    private bool _keepsReads = true;
    private string _why = "the replacement can't be written there";

    private OldUse(OldApi api, SemanticModel model, SyntaxNode name, CancellationToken token)
    {
        _api = api;
        _model = model;
        _cancellationToken = token;
        _names = new ReplacementNames(model.Compilation, api);
        Node = Whole(api, name);
        _receiverIsValue =
            Receiver(Node) is { } receiver
            && model.GetSymbolInfo(receiver, token).Symbol is not (INamespaceOrTypeSymbol);
    }

    /// <summary>The node that is replaced.</summary>
    public SyntaxNode Node { get; }

    /// <summary>Looks at the use at a name; <see langword="null"/> if the replacement can't be put there.</summary>
    public static OldUse? Find(
        SemanticModel model,
        SyntaxNode name,
        OldApi api,
        CancellationToken cancellationToken
    )
    {
        if (name is MemberDeclarationSyntax)
        {
            return null; // an override
        }

        var use = new OldUse(api, model, name, cancellationToken);
        return use.WhyNot() is null ? use : null;
    }

    /// <summary>Why the replacement can't be put at a name; <see langword="null"/> if it can.</summary>
    public static string? WhyNot(
        SemanticModel model,
        SyntaxNode name,
        OldApi api,
        CancellationToken cancellationToken
    ) => new OldUse(api, model, name, cancellationToken).WhyNot();

    private string? WhyNot() =>
        !IsWritten ? "it is called there without being written"
        : Write(Node) is not { } written ? _why
        : !Binds(written) ? "the replacement means nothing there"
        : !_keepsReads ? OtherOrder
        : IsAssigned && !Assignments.CanBe(Bound(written), Node) ? NotAssignable
        : null;

    // What has no expression of its own, such as a base's constructor, has none that could be replaced.
    private bool IsWritten =>
        Node is CrefSyntax
        || (
            _api.Kind == OldApiKind.Constructor
                ? Node is BaseObjectCreationExpressionSyntax
                : Node is ExpressionSyntax
        );

    private bool IsAssigned => Assignments.Access(Node).Writes && !IsInitializerName(Node);

    private T? Fail<T>(string why)
        where T : class
    {
        _why = why;
        return null;
    }

    /// <summary>What stands in the node's place.</summary>
    /// <param name="current">The node, with those inside it already replaced.</param>
    public SyntaxNode? Write(SyntaxNode current)
    {
        var written =
            Node is CrefSyntax ? CrefWriter.Write(_api, _names)
            : _api.Kind == OldApiKind.Type ? WriteType(current)
            : Expressions.IsNamed(Node) || IsMethodGroup ? WriteName()
            : IsInitializerName(Node) ? WriteInitializerName()
            : WriteExpression(current);
        return written?.WithTriviaFrom(current).WithAdditionalAnnotations(WrittenMarks.Format);
    }

    private bool IsMethodGroup =>
        _api.Kind is OldApiKind.Method or OldApiKind.ExtensionMethod
        && Node is not InvocationExpressionSyntax;

    private static SyntaxNode Whole(OldApi api, SyntaxNode name)
    {
        if (name.FirstAncestorOrSelf<XmlCrefAttributeSyntax>() is { } attribute)
        {
            return attribute.Cref;
        }

        var whole = DeprecatedUse.WholeName(name);
        if (name.Parent is MemberBindingExpressionSyntax binding)
        {
            whole = binding;
        }

        return api.Kind switch
        {
            OldApiKind.Indexer => whole as ElementAccessExpressionSyntax ?? whole.Parent!,
            OldApiKind.Constructor => whole as ImplicitObjectCreationExpressionSyntax
                ?? whole.Parent as ObjectCreationExpressionSyntax
                ?? whole,
            OldApiKind.Method or OldApiKind.ExtensionMethod => whole.Parent
                is InvocationExpressionSyntax call
            && call.Expression == whole
                ? call
                : whole,
            _ => whole,
        };
    }

    private static ExpressionSyntax? Receiver(SyntaxNode node) =>
        node switch
        {
            InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax m } =>
                m.Expression,
            MemberAccessExpressionSyntax m => m.Expression,
            ElementAccessExpressionSyntax e => e.Expression,
            _ => null,
        };

    private SyntaxNode? WriteType(SyntaxNode current)
    {
        var type = SyntaxFactory.ParseTypeName(_api.Replacement, consumeFullText: true);
        if (type.ContainsDiagnostics)
        {
            return null;
        }

        var arguments = CallArguments.Read(_api, null, null, false)!;
        var writer = new ReplacementWriter(_api, _names, arguments, TypeArguments(current));
        var written = writer.Visit(type);
        if (writer.Failed)
        {
            return null;
        }

        return Node is NameSyntax && Node.Parent is not MemberAccessExpressionSyntax
            ? written.WithAdditionalAnnotations(WrittenMarks.Simplify)
            : SyntaxFactory
                .ParseExpression(written.ToString())
                .WithAdditionalAnnotations(WrittenMarks.Simplify);
    }

    private SyntaxNode? WriteExpression(SyntaxNode current)
    {
        var isConditional =
            current is MemberBindingExpressionSyntax
            || current is InvocationExpressionSyntax { Expression: MemberBindingExpressionSyntax };
        var arguments = Arguments(current);
        var expression = SyntaxFactory.ParseExpression(_api.Replacement, consumeFullText: true);
        if (arguments is null || expression.ContainsDiagnostics)
        {
            return Fail<SyntaxNode>("the arguments are not those of the API");
        }

        var writer = new ReplacementWriter(_api, _names, arguments, TypeArguments(current));
        var written = (ExpressionSyntax)writer.Visit(expression);
        if (writer.Failed)
        {
            return Fail<SyntaxNode>("the replacement needs an argument that is not given there");
        }

        // What is already rewritten inside is not in the model; the whole was looked at before.
        _keepsReads =
            current != Node || arguments.KeepsReads(writer.Evaluated, _model, _cancellationToken);
        if (!arguments.KeepsEffects(writer.Evaluated))
        {
            return Fail<SyntaxNode>(OtherOrder);
        }

        // What takes the place of something assigned to must be assignable itself.
        if (IsAssigned && !Assignments.CanBe(written))
        {
            return Fail<SyntaxNode>(NotAssignable);
        }

        if (isConditional)
        {
            return ConditionalAccess.Bind(written)
                ?? Fail<SyntaxNode>("the replacement can't follow '?.'");
        }

        if (current is BaseObjectCreationExpressionSyntax { Initializer: { } initializer })
        {
            return written is ObjectCreationExpressionSyntax { Initializer: null } created
                ? created.WithInitializer(initializer)
                : Fail<SyntaxNode>("the replacement takes no initializer");
        }

        if (written is AwaitExpressionSyntax && !Expressions.AllowAwait(Node))
        {
            return Fail<SyntaxNode>("'await' can't stand there");
        }

        return Node.Parent is ExpressionSyntax && Node.Parent is not AssignmentExpressionSyntax
            ? Expressions.Guarded(written)
            : written;
    }

    private CallArguments? Arguments(SyntaxNode current)
    {
        if (_api.Kind == OldApiKind.Operator)
        {
            return Expressions.Operands(current) is { Count: > 0 } operands
                ? CallArguments.Read(_api, operands)
                : null;
        }

        BaseArgumentListSyntax? list = current switch
        {
            InvocationExpressionSyntax i => i.ArgumentList,
            BaseObjectCreationExpressionSyntax c => c.ArgumentList,
            ElementAccessExpressionSyntax e => e.ArgumentList,
            _ => null,
        };
        return CallArguments.Read(
            _api,
            _receiverIsValue ? Receiver(current) : null,
            list,
            receiverIsFirst: _api.Kind == OldApiKind.ExtensionMethod
        );
    }

    // A name without a call: `nameof(Old)`, `list.Select(Old)`.
    private SyntaxNode? WriteName()
    {
        var expression = SyntaxFactory.ParseExpression(_api.Replacement, consumeFullText: true);
        if (expression is InvocationExpressionSyntax call)
        {
            var handsOn = call.ArgumentList.Arguments.Select(a => a.Expression.ToString());
            if (
                IsMethodGroup
                && !Expressions.IsNamed(Node)
                && !handsOn.SequenceEqual(_api.Parameters.Select(p => p.Name))
            )
            {
                return Fail<SyntaxNode>(
                    "the name stands there without a call, and the replacement takes other arguments"
                );
            }

            expression = call.Expression;
        }

        // In `nameof(Box.Length)` the type stands where a value would.
        var receiver = _receiverIsValue || Expressions.IsNamed(Node) ? Receiver(Node) : null;
        var parameters = _api with { Parameters = [] };
        var arguments = CallArguments.Read(parameters, receiver, null, receiverIsFirst: false)!;
        var writer = new ReplacementWriter(parameters, _names, arguments, []);
        return
            expression is IdentifierNameSyntax or MemberAccessExpressionSyntax
            && writer.Visit(expression) is { } written
            && !writer.Failed
            ? written
            : null;
    }

    // `new C { Old = 1 }`, `[A(Old = 1)]`, `is { Old: 1 }` take a name only.
    private static bool IsInitializerName(SyntaxNode node) =>
        node is IdentifierNameSyntax
        && (
            node.Parent is NameEqualsSyntax or NameColonSyntax
            || node.Parent
                is AssignmentExpressionSyntax
                {
                    Parent: InitializerExpressionSyntax
                    {
                        RawKind: (int)SyntaxKind.ObjectInitializerExpression
                            or (int)SyntaxKind.WithInitializerExpression
                    }
                } assignment
                && assignment.Left == node
        );

    private IdentifierNameSyntax? WriteInitializerName() =>
        SyntaxFactory.ParseExpression(_api.Replacement) switch
        {
            IdentifierNameSyntax name => name,
            MemberAccessExpressionSyntax
            {
                Expression: ThisExpressionSyntax,
                Name: IdentifierNameSyntax name
            } => name,
            _ => null,
        };

    private static SeparatedSyntaxList<TypeSyntax> TypeArguments(SyntaxNode node)
    {
        var name = node switch
        {
            InvocationExpressionSyntax i => i.Expression,
            _ => node,
        };
        name = name switch
        {
            MemberAccessExpressionSyntax m => m.Name,
            MemberBindingExpressionSyntax b => b.Name,
            QualifiedNameSyntax q => q.Right,
            _ => name,
        };
        return name is GenericNameSyntax g ? g.TypeArgumentList.Arguments : default;
    }

    private bool Binds(SyntaxNode written)
    {
        if (
            Node is CrefSyntax
            || IsInitializerName(Node)
            || Node.Parent is NameEqualsSyntax or UsingDirectiveSyntax or AttributeSyntax
        )
        {
            return true;
        }

        if (
            Node.FirstAncestorOrSelf<ConditionalAccessExpressionSyntax>(a =>
                a.WhenNotNull.Span.Contains(Node.Span)
            ) is
            { } access
        )
        {
            var outer = access
                .AncestorsAndSelf()
                .TakeWhile(a => a is ConditionalAccessExpressionSyntax)
                .Last();
            return IsKnown((ExpressionSyntax)outer.ReplaceNode(Node, written), false);
        }

        return IsKnown(
            (ExpressionSyntax)written,
            _api.Kind == OldApiKind.Type
                && Node is TypeSyntax
                && Node.Parent is not MemberAccessExpressionSyntax
        );
    }

    private ISymbol? Bound(SyntaxNode written) =>
        written is MemberBindingExpressionSyntax
            ? null
            : _model
                .GetSpeculativeSymbolInfo(
                    Node.SpanStart,
                    written,
                    SpeculativeBindingOption.BindAsExpression
                )
                .Symbol;

    private bool IsKnown(ExpressionSyntax written, bool isType)
    {
        var option = isType
            ? SpeculativeBindingOption.BindAsTypeOrNamespace
            : SpeculativeBindingOption.BindAsExpression;
        var position = Node.SpanStart;
        var symbol = _model.GetSpeculativeSymbolInfo(position, written, option);
        if (symbol.Symbol is not null || (IsMethodGroup && !symbol.CandidateSymbols.IsEmpty))
        {
            return true;
        }

        return _model.GetSpeculativeTypeInfo(position, written, option).Type
            is { TypeKind: not TypeKind.Error };
    }
}
