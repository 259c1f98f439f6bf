using System.Collections.Immutable;
using System.Globalization;
using Microsoft.CodeAnalysis;

namespace Common.Analyzers.Lifecycle.Consumer;

/// <summary>Writes the signature of a symbol as <see cref="SignatureNames"/> writes that of a reference, so that equal texts are what the runtime binds.</summary>
internal static class MemberSignature
{
    /// <summary>The signature of a method: its result, whether it has an instance, its arity and its parameters.</summary>
    public static string Of(IMethodSymbol method) =>
        Write(
            ByRef(
                method.ReturnType,
                method.ReturnTypeCustomModifiers,
                method.RefKind,
                method.RefCustomModifiers
            ),
            !method.IsStatic,
            method.Arity,
            method.Parameters.Select(p =>
                ByRef(p.Type, p.CustomModifiers, p.RefKind, p.RefCustomModifiers)
            )
        );

    /// <summary>The signature of a field: its type.</summary>
    public static string Of(IFieldSymbol field) =>
        ByRef(field.Type, field.CustomModifiers, field.RefKind, field.RefCustomModifiers);

    /// <summary>The signature of a method from its parts.</summary>
    public static string Write(
        string result,
        bool isInstance,
        int arity,
        IEnumerable<string> parameters
    ) =>
        (isInstance ? "instance " : "")
        + result
        + "`"
        + arity.ToString(CultureInfo.InvariantCulture)
        + "("
        + string.Join(",", parameters)
        + ")";

    private static string ByRef(
        ITypeSymbol type,
        ImmutableArray<CustomModifier> modifiers,
        RefKind kind,
        ImmutableArray<CustomModifier> refModifiers
    )
    {
        var text = Modified(Type(type), modifiers);
        return kind == RefKind.None
            ? text
            : Modified(text + SignatureNames.ByReference, refModifiers);
    }

    private static string Modified(string type, ImmutableArray<CustomModifier> modifiers) =>
        modifiers
            .Reverse()
            .Aggregate(type, (t, m) => SignatureNames.Modified(Type(m.Modifier), t, !m.IsOptional));

    private static string Type(ITypeSymbol type) =>
        type switch
        {
            IDynamicTypeSymbol => "System.Object",
            IArrayTypeSymbol array => Modified(Type(array.ElementType), array.CustomModifiers)
                + SignatureNames.Array(array.Rank),
            IPointerTypeSymbol pointer => Modified(
                Type(pointer.PointedAtType),
                pointer.CustomModifiers
            ) + SignatureNames.Pointer,
            IFunctionPointerTypeSymbol => SignatureNames.FunctionPointer,
            ITypeParameterSymbol { TypeParameterKind: TypeParameterKind.Method } p =>
                SignatureNames.OfMethod(p.Ordinal),
            ITypeParameterSymbol p => SignatureNames.OfType(
                p.Ordinal + OuterArity(p.ContainingType)
            ),
            INamedTypeSymbol named => Named(named),
            _ => type.MetadataName,
        };

    private static string Named(INamedTypeSymbol type)
    {
        var arguments = new List<string>();
        for (var t = type; t is not null; t = t.ContainingType)
        {
            arguments.InsertRange(
                0,
                t.TypeArguments.Select(
                    (a, i) => Modified(Type(a), t.GetTypeArgumentCustomModifiers(i))
                )
            );
        }

        var name = Path(type);
        return arguments.Count == 0 ? name : SignatureNames.Generic(name, arguments);
    }

    private static string Path(INamedTypeSymbol type) =>
        type.ContainingType is { } outer ? Path(outer) + "+" + type.MetadataName
        : type.ContainingNamespace is { IsGlobalNamespace: false } n
            ? n.ToDisplayString() + "." + type.MetadataName
        : type.MetadataName;

    private static int OuterArity(INamedTypeSymbol? type)
    {
        var count = 0;
        for (var t = type?.ContainingType; t is not null; t = t.ContainingType)
        {
            count += t.Arity;
        }

        return count;
    }
}
