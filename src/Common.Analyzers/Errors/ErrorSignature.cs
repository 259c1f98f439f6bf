using Common.Analyzers.Logging;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Common.Analyzers.Errors;

/// <summary>Reads what must be repeated in the other part of an error's partial method.</summary>
internal static class ErrorSignature
{
    private static readonly SymbolDisplayFormat Parameter =
        SymbolDisplayFormat.FullyQualifiedFormat.AddMiscellaneousOptions(
            SymbolDisplayMiscellaneousOptions.IncludeNullableReferenceTypeModifier
                | SymbolDisplayMiscellaneousOptions.EscapeKeywordIdentifiers
        );

    /// <summary>The method's head, from its access to its closing parenthesis.</summary>
    public static string Of(IMethodSymbol method)
    {
        var syntax =
            method.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax()
            as MethodDeclarationSyntax;
        var modifiers = (syntax?.Modifiers ?? default)
            .Where(modifier => !modifier.IsKind(SyntaxKind.PartialKeyword))
            .Select(modifier => modifier.ValueText + " ");
        var parameters = method.Parameters.Select(parameter =>
            LogEventSignature.Modifiers(parameter)
            + parameter.Type.ToDisplayString(Parameter)
            + " "
            + LogEventSignature.Escape(parameter.Name)
        );
        return string.Concat(modifiers)
            + "partial "
            + method.ReturnType.ToDisplayString(Parameter)
            + " "
            + LogEventSignature.Escape(method.Name)
            + "("
            + string.Join(", ", parameters)
            + ")";
    }

    /// <summary>Who may read the code of the error: at least the type that declares it, from inside the class of codes.</summary>
    public static string Access(IMethodSymbol method) =>
        method.DeclaredAccessibility == Accessibility.Public ? "public" : "internal";
}
