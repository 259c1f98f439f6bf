using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Common.Analyzers.Lifecycle.Replacements;

/// <summary>Says where something is assigned to, and whether what takes its place can be.</summary>
internal static class Assignments
{
    /// <summary>Whether a name, with what qualifies it, is read and written where it stands.</summary>
    public static (bool Reads, bool Writes) Access(SyntaxNode use) => AccessOf(Outermost(use));

    /// <summary>Whether an expression can stand where something is written.</summary>
    public static bool CanBe(ExpressionSyntax expression) =>
        expression
            is IdentifierNameSyntax
                or MemberAccessExpressionSyntax
                or MemberBindingExpressionSyntax
                or ElementAccessExpressionSyntax;

    /// <summary>Whether a symbol takes a value at a place, if it is known what it is.</summary>
    public static bool CanBe(ISymbol? symbol, SyntaxNode place) =>
        symbol switch
        {
            IPropertySymbol { RefKind: RefKind.Ref } => true,
            IPropertySymbol property => property.SetMethod is { IsInitOnly: false }
                && !IsReference(Outermost(place)),
            IFieldSymbol field => !field.IsConst && !field.IsReadOnly,
            _ => true,
        };

    private static bool IsReference(SyntaxNode use) =>
        use.Parent is RefExpressionSyntax or ArgumentSyntax { RefKindKeyword.RawKind: not 0 };

    // `a?.P` and `(a.P)` are used as `P` is.
    private static SyntaxNode Outermost(SyntaxNode use)
    {
        while (
            use.Parent is ParenthesizedExpressionSyntax
            || (use.Parent is MemberBindingExpressionSyntax binding && binding.Name == use)
        )
        {
            use = use.Parent;
        }

        return use;
    }

    private static (bool Reads, bool Writes) AccessOf(SyntaxNode use) =>
        use.Parent switch
        {
            _ when Expressions.IsNamed(use) => (false, false),
            AssignmentExpressionSyntax a when a.Left == use => a.Right
            is InitializerExpressionSyntax
                ? (true, false) // `P = { 1, 2 }` adds to what is there
                : (!a.IsKind(SyntaxKind.SimpleAssignmentExpression), true),
            PrefixUnaryExpressionSyntax
            {
                RawKind: (int)SyntaxKind.PreIncrementExpression
                    or (int)SyntaxKind.PreDecrementExpression
            }
            or PostfixUnaryExpressionSyntax
            {
                RawKind: (int)SyntaxKind.PostIncrementExpression
                    or (int)SyntaxKind.PostDecrementExpression
            } => (true, true),
            NameEqualsSyntax => (false, true),
            ArgumentSyntax { RefKindKeyword.RawKind: (int)SyntaxKind.OutKeyword } => (false, true),
            RefExpressionSyntax
            or ArgumentSyntax { RefKindKeyword.RawKind: (int)SyntaxKind.RefKeyword } => (
                true,
                true
            ),
            ArgumentSyntax argument when IsAssigned(argument) => (false, true),
            _ => (true, false),
        };

    // `(a.P, b) = …`
    private static bool IsAssigned(ArgumentSyntax argument)
    {
        SyntaxNode? outer = argument.Parent;
        while (outer is TupleExpressionSyntax { Parent: ArgumentSyntax { Parent: { } next } })
        {
            outer = next;
        }

        return outer is TupleExpressionSyntax { Parent: AssignmentExpressionSyntax a }
            && a.Left == outer;
    }
}
