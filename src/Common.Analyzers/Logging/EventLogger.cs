using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Common.Analyzers.Logging;

/// <summary>The logger that an event goes to.</summary>
/// <param name="Expression">What stands for it in the generated method.</param>
/// <param name="MayBeNull">Whether it is declared so that it may be absent; then nothing is logged.</param>
/// <param name="Parameter">The parameter of the method that it is, if it is one.</param>
internal sealed record EventLogger(string Expression, bool MayBeNull, IParameterSymbol? Parameter)
{
    /// <summary>Finds a method's logger: a parameter, a field or property, or a parameter of the primary constructor.</summary>
    public static EventLogger? Of(IMethodSymbol method)
    {
        if (method.Parameters.FirstOrDefault(p => IsLogger(p.Type)) is { } parameter)
        {
            return Make(LogEventSignature.Escape(parameter.Name), parameter.Type, parameter);
        }

        return method.IsStatic
            ? OfMember(method, isStatic: true)
            : OfMember(method, isStatic: false)
                ?? OfPrimaryConstructor(method)
                ?? OfMember(method, isStatic: true);
    }

    public static bool IsLogger(ITypeSymbol type) =>
        IsLoggerInterface(type) || type.AllInterfaces.Any(IsLoggerInterface);

    private static EventLogger? OfMember(IMethodSymbol method, bool isStatic)
    {
        for (var type = method.ContainingType; type is not null; type = type.BaseType)
        {
            foreach (var member in type.GetMembers())
            {
                if (
                    member.IsStatic == isStatic
                    && member.CanBeReferencedByName
                    && TypeOf(member) is { } memberType
                    && IsLogger(memberType)
                    && CanRead(member, method)
                )
                {
                    var owner = isStatic
                        ? type.ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat)
                        : "this";
                    return Make($"{owner}.{LogEventSignature.Escape(member.Name)}", memberType);
                }
            }
        }

        return null;
    }

    private static EventLogger? OfPrimaryConstructor(IMethodSymbol method) =>
        method
            .ContainingType.InstanceConstructors.Where(constructor =>
                constructor.DeclaringSyntaxReferences.Any(reference =>
                    reference.GetSyntax() is TypeDeclarationSyntax
                )
            )
            .SelectMany(constructor => constructor.Parameters)
            .Where(p => IsLogger(p.Type) && !IsHidden(p.Name, method))
            .Select(p => Make(LogEventSignature.Escape(p.Name), p.Type))
            .FirstOrDefault();

    /// <summary>Whether a name means something else inside the method.</summary>
    private static bool IsHidden(string name, IMethodSymbol method) =>
        method.Parameters.Any(p => p.Name == name)
        || !method.ContainingType.GetMembers(name).IsEmpty;

    private static EventLogger Make(
        string expression,
        ITypeSymbol type,
        IParameterSymbol? parameter = null
    ) =>
        new(
            // A class may implement the interface's members in a way that only the interface shows.
            type.TypeKind == TypeKind.Interface
                ? expression
                : $"((global::Microsoft.Extensions.Logging.ILogger){expression})",
            type.NullableAnnotation == NullableAnnotation.Annotated,
            parameter
        );

    private static ITypeSymbol? TypeOf(ISymbol member) =>
        member switch
        {
            IFieldSymbol field => field.Type,
            IPropertySymbol { GetMethod: not null } property => property.Type,
            _ => null,
        };

    private static bool CanRead(ISymbol member, IMethodSymbol method)
    {
        if (SymbolEqualityComparer.Default.Equals(member.ContainingType, method.ContainingType))
        {
            return true;
        }

        var assembly = member.ContainingAssembly;
        var access =
            (member as IPropertySymbol)?.GetMethod?.DeclaredAccessibility
            ?? member.DeclaredAccessibility;
        return access switch
        {
            Accessibility.Private => false,
            Accessibility.Internal or Accessibility.ProtectedAndInternal =>
                SymbolEqualityComparer.Default.Equals(assembly, method.ContainingAssembly)
                    || assembly.GivesAccessTo(method.ContainingAssembly),
            _ => true,
        };
    }

    private static bool IsLoggerInterface(ITypeSymbol type) =>
        type.Name == "ILogger" && FieldTypes.NamespaceOf(type) == "Microsoft.Extensions.Logging";
}
