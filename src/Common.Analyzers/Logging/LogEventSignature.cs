using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Common.Analyzers.Logging;

/// <summary>Reads what must be repeated in the other part of a partial method.</summary>
internal static class LogEventSignature
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
        var modifiers = string.Join(
            " ",
            (syntax?.Modifiers ?? default)
                .Select(modifier => modifier.ValueText)
                .Where(modifier => modifier is not "partial")
        );
        var parameters = method.Parameters.Select(parameter =>
            Modifiers(parameter)
            + parameter.Type.ToDisplayString(Parameter)
            + " "
            + Escape(parameter.Name)
        );
        return $"{(modifiers.Length == 0 ? string.Empty : modifiers + " ")}partial void {Escape(method.Name)}({string.Join(", ", parameters)})";
    }

    /// <summary>What stands before the type of a parameter and must be repeated: <c>this</c>, <c>scoped in</c>, <c>params</c>.</summary>
    public static string Modifiers(IParameterSymbol parameter) =>
        parameter.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax() is ParameterSyntax syntax
            ? string.Concat(syntax.Modifiers.Select(modifier => modifier.ValueText + " "))
            : string.Empty;

    /// <summary>The heads of the types around a method, the outermost first.</summary>
    public static EquatableArray<string> ContainingTypes(INamedTypeSymbol type)
    {
        var types = new Stack<string>();
        for (var current = type; current is not null; current = current.ContainingType)
        {
            var keyword = current switch
            {
                { IsRecord: true, IsValueType: true } => "record struct",
                { IsRecord: true } => "record",
                { TypeKind: TypeKind.Struct } => "struct",
                { TypeKind: TypeKind.Interface } => "interface",
                _ => "class",
            };
            var parameters =
                current.TypeParameters.Length == 0
                    ? string.Empty
                    : "<" + string.Join(", ", current.TypeParameters.Select(TypeParameter)) + ">";
            types.Push($"partial {keyword} {Escape(current.Name)}{parameters}");
        }

        return new EquatableArray<string>([.. types]);
    }

    private static string TypeParameter(ITypeParameterSymbol parameter) =>
        parameter.Variance switch
        {
            VarianceKind.In => "in ",
            VarianceKind.Out => "out ",
            _ => string.Empty,
        } + Escape(parameter.Name);

    /// <summary>The innermost type around a method that is not partial.</summary>
    public static string? FirstNotPartial(IMethodSymbol method, CancellationToken cancellation)
    {
        for (var type = method.ContainingType; type is not null; type = type.ContainingType)
        {
            if (
                !type.DeclaringSyntaxReferences.Any(reference =>
                    reference.GetSyntax(cancellation) is TypeDeclarationSyntax declaration
                    && declaration.Modifiers.Any(SyntaxKind.PartialKeyword)
                )
            )
            {
                return type.Name;
            }
        }

        return null;
    }

    /// <summary>The type around a method that only its own file can see, so that no second part of it can be written elsewhere.</summary>
    public static string? FileLocal(IMethodSymbol method)
    {
        for (var type = method.ContainingType; type is not null; type = type.ContainingType)
        {
            if (type.IsFileLocal)
            {
                return type.Name;
            }
        }

        return null;
    }

    public static string Escape(string name) =>
        SyntaxFacts.GetKeywordKind(name) == SyntaxKind.None
        && SyntaxFacts.GetContextualKeywordKind(name) == SyntaxKind.None
            ? name
            : "@" + name;
}
