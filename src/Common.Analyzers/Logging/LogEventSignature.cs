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
        var parameters = method.Parameters.Select(
            (parameter, index) =>
                (method.IsExtensionMethod && index == 0 ? "this " : string.Empty)
                + (parameter.RefKind == RefKind.In ? "in " : string.Empty)
                + (parameter.IsParams ? "params " : string.Empty)
                + parameter.Type.ToDisplayString(Parameter)
                + " "
                + Escape(parameter.Name)
        );
        return $"{(modifiers.Length == 0 ? string.Empty : modifiers + " ")}partial void {method.Name}({string.Join(", ", parameters)})";
    }

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
                    : "<" + string.Join(", ", current.TypeParameters.Select(p => p.Name)) + ">";
            types.Push($"partial {keyword} {Escape(current.Name)}{parameters}");
        }

        return new EquatableArray<string>([.. types]);
    }

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

    /// <summary>The expression that is the method's logger: a parameter, a field or property, or a parameter of the primary constructor.</summary>
    public static string? FindLogger(IMethodSymbol method)
    {
        if (method.Parameters.FirstOrDefault(p => IsLogger(p.Type)) is { } parameter)
        {
            return Escape(parameter.Name);
        }

        if (method.IsStatic)
        {
            return null;
        }

        for (var type = method.ContainingType; type is not null; type = type.BaseType)
        {
            foreach (var member in type.GetMembers())
            {
                var memberType = member switch
                {
                    IFieldSymbol field => field.Type,
                    IPropertySymbol { GetMethod: not null } property => property.Type,
                    _ => null,
                };
                var isAccessible =
                    SymbolEqualityComparer.Default.Equals(type, method.ContainingType)
                    || member.DeclaredAccessibility is not Accessibility.Private;
                if (
                    memberType is not null
                    && isAccessible
                    && member.CanBeReferencedByName
                    && !member.IsStatic
                    && IsLogger(memberType)
                )
                {
                    return "this." + Escape(member.Name);
                }
            }
        }

        return method
            .ContainingType.InstanceConstructors.Where(constructor =>
                constructor.DeclaringSyntaxReferences.Any(reference =>
                    reference.GetSyntax() is TypeDeclarationSyntax
                )
            )
            .SelectMany(constructor => constructor.Parameters)
            .Where(p => IsLogger(p.Type))
            .Select(p => Escape(p.Name))
            .FirstOrDefault();
    }

    public static string Escape(string name) =>
        SyntaxFacts.GetKeywordKind(name) == SyntaxKind.None
        && SyntaxFacts.GetContextualKeywordKind(name) == SyntaxKind.None
            ? name
            : "@" + name;

    public static bool IsLogger(ITypeSymbol type) =>
        IsLoggerInterface(type) || type.AllInterfaces.Any(IsLoggerInterface);

    private static bool IsLoggerInterface(ITypeSymbol type) =>
        type.Name == "ILogger" && FieldTypes.NamespaceOf(type) == "Microsoft.Extensions.Logging";
}
