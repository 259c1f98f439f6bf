using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace Common.Analyzers.Lifecycle.Consumer;

/// <summary>Uses that no name tells: operators, conversions, indexers, constructors of a base, and what the compiler calls for a statement or a pattern.</summary>
internal static class NamelessUse
{
    private static readonly ImmutableHashSet<string> Called = ImmutableHashSet.Create(
        StringComparer.Ordinal,
        WellKnownMemberNames.GetEnumeratorMethodName,
        WellKnownMemberNames.GetAsyncEnumeratorMethodName,
        WellKnownMemberNames.DeconstructMethodName,
        WellKnownMemberNames.GetAwaiter,
        WellKnownMemberNames.CollectionInitializerAddMethodName,
        "Select",
        "SelectMany",
        "Where",
        "OrderBy",
        "OrderByDescending",
        "ThenBy",
        "ThenByDescending",
        "GroupBy",
        "Join",
        "GroupJoin",
        "Cast"
    );

    /// <summary>Whatever may be an operator of a type, or a conversion that is asked for.</summary>
    public static readonly ImmutableArray<SyntaxKind> Operators =
    [
        SyntaxKind.AddExpression,
        SyntaxKind.SubtractExpression,
        SyntaxKind.MultiplyExpression,
        SyntaxKind.DivideExpression,
        SyntaxKind.ModuloExpression,
        SyntaxKind.LeftShiftExpression,
        SyntaxKind.RightShiftExpression,
        SyntaxKind.UnsignedRightShiftExpression,
        SyntaxKind.LogicalAndExpression,
        SyntaxKind.LogicalOrExpression,
        SyntaxKind.BitwiseAndExpression,
        SyntaxKind.BitwiseOrExpression,
        SyntaxKind.ExclusiveOrExpression,
        SyntaxKind.EqualsExpression,
        SyntaxKind.NotEqualsExpression,
        SyntaxKind.LessThanExpression,
        SyntaxKind.LessThanOrEqualExpression,
        SyntaxKind.GreaterThanExpression,
        SyntaxKind.GreaterThanOrEqualExpression,
        SyntaxKind.UnaryMinusExpression,
        SyntaxKind.UnaryPlusExpression,
        SyntaxKind.LogicalNotExpression,
        SyntaxKind.BitwiseNotExpression,
        SyntaxKind.PreIncrementExpression,
        SyntaxKind.PreDecrementExpression,
        SyntaxKind.PostIncrementExpression,
        SyntaxKind.PostDecrementExpression,
        SyntaxKind.AddAssignmentExpression,
        SyntaxKind.SubtractAssignmentExpression,
        SyntaxKind.MultiplyAssignmentExpression,
        SyntaxKind.DivideAssignmentExpression,
        SyntaxKind.ModuloAssignmentExpression,
        SyntaxKind.AndAssignmentExpression,
        SyntaxKind.OrAssignmentExpression,
        SyntaxKind.ExclusiveOrAssignmentExpression,
        SyntaxKind.LeftShiftAssignmentExpression,
        SyntaxKind.RightShiftAssignmentExpression,
        SyntaxKind.UnsignedRightShiftAssignmentExpression,
        SyntaxKind.CastExpression,
    ];

    private static readonly ImmutableArray<SyntaxKind> Callers =
    [
        SyntaxKind.ForEachStatement,
        SyntaxKind.ForEachVariableStatement,
        SyntaxKind.AwaitExpression,
        SyntaxKind.SimpleAssignmentExpression,
        SyntaxKind.CollectionInitializerExpression,
        SyntaxKind.RecursivePattern,
        SyntaxKind.FromClause,
        SyntaxKind.LetClause,
        SyntaxKind.WhereClause,
        SyntaxKind.JoinClause,
        SyntaxKind.SelectClause,
        SyntaxKind.GroupClause,
        SyntaxKind.AscendingOrdering,
        SyntaxKind.DescendingOrdering,
    ];

    /// <summary>Whether the compiler calls a method for what does not name it. A static one it calls for nothing, unless it is an extension.</summary>
    public static bool IsCalled(IMethodSymbol method) =>
        Called.Contains(method.Name) && (!method.IsStatic || method.IsExtensionMethod);

    /// <summary>The kinds of nodes that may use one of the deprecated things, apart from what is converted implicitly.</summary>
    public static ImmutableArray<SyntaxKind> Kinds(DeprecatedApis apis)
    {
        var kinds = ImmutableArray.CreateBuilder<SyntaxKind>();
        if (apis.HasConstructors)
        {
            kinds.AddRange(
                SyntaxKind.ImplicitObjectCreationExpression,
                SyntaxKind.BaseConstructorInitializer,
                SyntaxKind.ThisConstructorInitializer,
                SyntaxKind.ClassDeclaration,
                SyntaxKind.RecordDeclaration,
                SyntaxKind.ConstructorDeclaration
            );
        }

        if (apis.HasIndexers)
        {
            kinds.AddRange(
                SyntaxKind.ElementAccessExpression,
                SyntaxKind.ElementBindingExpression,
                SyntaxKind.ImplicitElementAccess
            );
        }

        if (apis.HasOperators)
        {
            kinds.AddRange(Operators);
        }

        if (apis.HasCalled)
        {
            kinds.AddRange(Callers);
        }

        return kinds.ToImmutable();
    }

    /// <summary>The nodes of a file that are worth binding.</summary>
    public static IEnumerable<SyntaxNode> Candidates(
        SyntaxTree tree,
        DeprecatedApis apis,
        CancellationToken cancellationToken
    )
    {
        var kinds = Kinds(apis).ToImmutableHashSet();
        return kinds.IsEmpty
            ? []
            : tree.GetRoot(cancellationToken)
                .DescendantNodes()
                .Where(n => kinds.Contains(n.Kind()))
                .SelectMany(Parts);
    }

    /// <summary>The expressions of a file that may go through a conversion without being asked to.</summary>
    public static IEnumerable<SyntaxNode> Converted(
        SyntaxTree tree,
        DeprecatedApis apis,
        CancellationToken cancellationToken
    ) =>
        apis.HasConversions
            ? tree.GetRoot(cancellationToken).DescendantNodes().OfType<ExpressionSyntax>()
            : [];

    /// <summary>The nodes that use something each: the elements of an initializer, any other node itself.</summary>
    public static IEnumerable<SyntaxNode> Parts(SyntaxNode node) =>
        node is InitializerExpressionSyntax list ? list.Expressions : [node];

    /// <summary>What a node uses.</summary>
    public static IEnumerable<ISymbol> SymbolsAt(
        SyntaxNode node,
        SemanticModel model,
        CancellationToken token
    )
    {
        if (Construct(node, model, token) is { } symbol)
        {
            yield return symbol;
        }

        if (IsElement(node))
        {
            var add = model.GetCollectionInitializerSymbolInfo((ExpressionSyntax)node, token);
            if (add.Symbol is not null)
            {
                yield return add.Symbol;
            }
        }

        foreach (var method in Deconstructions(node, model).SelectMany(Methods))
        {
            yield return method;
        }
    }

    /// <summary>The conversion that an expression goes through without being asked to.</summary>
    public static IMethodSymbol? ConversionOf(
        SyntaxNode node,
        SemanticModel model,
        CancellationToken cancellationToken
    ) =>
        node is ExpressionSyntax expression
        && model.GetConversion(expression, cancellationToken) is { IsUserDefined: true } conversion
            ? conversion.MethodSymbol
            : null;

    /// <summary>Whether a use of a symbol has an expression of its own, which a replacement can take the place of.</summary>
    public static bool IsWritten(ISymbol symbol) =>
        symbol
            is IPropertySymbol { IsIndexer: true }
                or IMethodSymbol
                {
                    MethodKind: MethodKind.Constructor
                        or MethodKind.UserDefinedOperator
                        or MethodKind.Conversion
                };

    /// <summary>The place to point at.</summary>
    public static Location PlaceOf(SyntaxNode node) =>
        node switch
        {
            ImplicitObjectCreationExpressionSyntax c => c.NewKeyword.GetLocation(),
            ConstructorInitializerSyntax i => i.ThisOrBaseKeyword.GetLocation(),
            TypeDeclarationSyntax t => t.Identifier.GetLocation(),
            ConstructorDeclarationSyntax c => c.Identifier.GetLocation(),
            ElementAccessExpressionSyntax e => e.ArgumentList.GetLocation(),
            ElementBindingExpressionSyntax e => e.ArgumentList.GetLocation(),
            ImplicitElementAccessSyntax e => e.ArgumentList.GetLocation(),
            BinaryExpressionSyntax b => b.OperatorToken.GetLocation(),
            AssignmentExpressionSyntax a => a.OperatorToken.GetLocation(),
            PrefixUnaryExpressionSyntax p => p.OperatorToken.GetLocation(),
            PostfixUnaryExpressionSyntax p => p.OperatorToken.GetLocation(),
            CastExpressionSyntax c => c.OpenParenToken.GetLocation(),
            CommonForEachStatementSyntax f => f.ForEachKeyword.GetLocation(),
            AwaitExpressionSyntax a => a.AwaitKeyword.GetLocation(),
            QueryClauseSyntax or SelectOrGroupClauseSyntax => node.GetFirstToken().GetLocation(),
            _ => node.GetLocation(),
        };

    /// <summary>The node that uses something, from the one at the place that <see cref="PlaceOf"/> gives.</summary>
    public static SyntaxNode NodeOf(SyntaxNode place) =>
        place is BracketedArgumentListSyntax { Parent: { } access } ? access : place;

    private static ISymbol? Construct(
        SyntaxNode node,
        SemanticModel model,
        CancellationToken token
    ) =>
        node switch
        {
            ClassDeclarationSyntax or RecordDeclarationSyntax => CallsBase(
                (TypeDeclarationSyntax)node,
                model,
                token
            ),
            ConstructorDeclarationSyntax { Initializer: null } constructor =>
                model.GetDeclaredSymbol(constructor, token) is { IsStatic: false } declared
                    ? BaseConstructor(declared.ContainingType)
                    : null,
            CommonForEachStatementSyntax each => model
                .GetForEachStatementInfo(each)
                .GetEnumeratorMethod,
            AwaitExpressionSyntax awaited => model.GetAwaitExpressionInfo(awaited).GetAwaiterMethod,
            QueryClauseSyntax clause => model
                .GetQueryClauseInfo(clause, token)
                .OperationInfo.Symbol,
            RecursivePatternSyntax pattern => (
                model.GetOperation(pattern, token) as IRecursivePatternOperation
            )?.DeconstructSymbol,
            ImplicitObjectCreationExpressionSyntax
            or ConstructorInitializerSyntax
            or ElementAccessExpressionSyntax
            or ElementBindingExpressionSyntax
            or ImplicitElementAccessSyntax
            or BinaryExpressionSyntax
            or AssignmentExpressionSyntax
            or PrefixUnaryExpressionSyntax
            or PostfixUnaryExpressionSyntax
            or CastExpressionSyntax
            or SelectOrGroupClauseSyntax
            or OrderingSyntax => model.GetSymbolInfo(node, token).Symbol,
            _ => null,
        };

    // Nobody writes the call where the class has no constructor, or one in its head that gives its base nothing. A class in
    // several parts is looked at in the one that names its base.
    private static IMethodSymbol? CallsBase(
        TypeDeclarationSyntax type,
        SemanticModel model,
        CancellationToken token
    ) =>
        type.BaseList?.Types is [not PrimaryConstructorBaseTypeSyntax, ..]
        && model.GetDeclaredSymbol(type, token) is { } declared
        && (
            type.ParameterList is not null
            || declared.InstanceConstructors.All(c => c.IsImplicitlyDeclared)
        )
            ? BaseConstructor(declared)
            : null;

    private static IMethodSymbol? BaseConstructor(INamedTypeSymbol type) =>
        type.BaseType?.InstanceConstructors.FirstOrDefault(c => c.Parameters.IsEmpty);

    private static bool IsElement(SyntaxNode node) =>
        node.Parent
            is InitializerExpressionSyntax
            {
                RawKind: (int)SyntaxKind.CollectionInitializerExpression
            };

    private static IEnumerable<DeconstructionInfo> Deconstructions(
        SyntaxNode node,
        SemanticModel model
    ) =>
        node switch
        {
            AssignmentExpressionSyntax
            {
                RawKind: (int)SyntaxKind.SimpleAssignmentExpression,
                Left: TupleExpressionSyntax
                    or DeclarationExpressionSyntax
                    {
                        Designation: ParenthesizedVariableDesignationSyntax
                    }
            } assignment => [model.GetDeconstructionInfo(assignment)],
            ForEachVariableStatementSyntax each => [model.GetDeconstructionInfo(each)],
            _ => [],
        };

    private static IEnumerable<IMethodSymbol> Methods(DeconstructionInfo info)
    {
        if (info.Method is { } method)
        {
            yield return method;
        }

        foreach (var inner in info.Nested.SelectMany(Methods))
        {
            yield return inner;
        }
    }
}
