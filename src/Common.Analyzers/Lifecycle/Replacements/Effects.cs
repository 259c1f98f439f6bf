using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Common.Analyzers.Lifecycle.Replacements;

/// <summary>Says whether evaluating one expression may change what another gives.</summary>
internal static class Effects
{
    /// <summary>Whether an expression with effects may change what another one reads. A local changes only where its name is assigned to.</summary>
    public static bool CanChange(
        ExpressionSyntax read,
        ExpressionSyntax effect,
        SemanticModel model,
        CancellationToken cancellationToken
    ) =>
        read.DescendantNodesAndSelf(n =>
                n is not AnonymousFunctionExpressionSyntax and not TypeOfExpressionSyntax
            )
            .Any(n =>
                n is ElementAccessExpressionSyntax
                || (
                    n is SimpleNameSyntax name
                    && model.GetSymbolInfo(name, cancellationToken).Symbol switch
                    {
                        IPropertySymbol property => property.ContainingType.SpecialType
                            != SpecialType.System_String,
                        IFieldSymbol field => !field.IsConst && !field.IsReadOnly,
                        ILocalSymbol or IParameterSymbol => IsAssigned(
                            name.Identifier.ValueText,
                            effect
                        ),
                        _ => false,
                    }
                )
            );

    private static bool IsAssigned(string local, ExpressionSyntax effect) =>
        effect
            .DescendantNodesAndSelf()
            .OfType<IdentifierNameSyntax>()
            .Any(n => n.Identifier.ValueText == local && Assignments.Access(n).Writes);
}
