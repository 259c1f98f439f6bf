using Microsoft.CodeAnalysis;

namespace Common.Analyzers.Logging;

/// <summary>Says how the values of a type are written, by the type's name and interfaces.</summary>
internal static class FieldTypes
{
    public static FieldShape ShapeOf(ITypeSymbol type) =>
        type.SpecialType switch
        {
            SpecialType.System_SByte
            or SpecialType.System_Byte
            or SpecialType.System_Int16
            or SpecialType.System_UInt16
            or SpecialType.System_Int32
            or SpecialType.System_UInt32
            or SpecialType.System_Int64
            or SpecialType.System_IntPtr => FieldShape.Signed,
            SpecialType.System_UInt64 or SpecialType.System_UIntPtr => FieldShape.Unsigned,
            SpecialType.System_Single => FieldShape.Single,
            SpecialType.System_Double => FieldShape.Double,
            SpecialType.System_Decimal => FieldShape.Decimal,
            SpecialType.System_Boolean => FieldShape.Boolean,
            SpecialType.System_String => FieldShape.Text,
            SpecialType.System_Char or SpecialType.System_DateTime or SpecialType.System_Enum =>
                FieldShape.Formatted,
            SpecialType.None => ShapeOfNamed(type),
            _ => FieldShape.Unsupported,
        };

    /// <summary>Whether formatting a value of the type runs the platform's code only.</summary>
    public static bool IsPlain(ITypeSymbol type) =>
        type.SpecialType != SpecialType.None
        || type.TypeKind == TypeKind.Enum
        || (
            (type.IsValueType || type.IsSealed)
            && (
                NamespaceOf(type) is "System" or "System.Net" or "System.Numerics" or "NodaTime"
                || IsContextType(type)
            )
        );

    /// <summary>The element's type if a type is a list that is read by index.</summary>
    public static (ITypeSymbol Element, string CountMember, string ListType, bool IsPlain)? ListOf(
        ITypeSymbol type
    )
    {
        if (type is IArrayTypeSymbol { Rank: 1 } array)
        {
            return (array.ElementType, "Length", string.Empty, true);
        }

        if (type is not INamedTypeSymbol named)
        {
            return null;
        }

        if (named.IsGenericType && named.TypeArguments.Length == 1)
        {
            var element = named.TypeArguments[0];
            switch (NamespaceOf(named) + "." + named.Name)
            {
                case "System.Collections.Generic.List":
                    return (element, "Count", string.Empty, true);
                case "System.Collections.Immutable.ImmutableArray":
                    return (element, "Length", string.Empty, true);
                case "System.Collections.Generic.IReadOnlyList":
                    return (element, "Count", string.Empty, false);
                case "System.Collections.Generic.IList":
                    return ListOver(element, "System.Collections.Generic.ICollection");
            }
        }

        foreach (var candidate in named.AllInterfaces)
        {
            if (
                candidate.Name == "IReadOnlyList"
                && candidate.TypeArguments.Length == 1
                && NamespaceOf(candidate) == "System.Collections.Generic"
            )
            {
                return ListOver(
                    candidate.TypeArguments[0],
                    "System.Collections.Generic.IReadOnlyCollection"
                );
            }
        }

        return null;
    }

    /// <summary>Whether a type has elements that may stand in a list, though it is none that is read by index.</summary>
    public static bool IsSequence(ITypeSymbol type) =>
        type is IArrayTypeSymbol array
            ? ShapeOf(array.ElementType) != FieldShape.Unsupported
            : type is INamedTypeSymbol named
                && named
                    .AllInterfaces.Append(named)
                    .Any(candidate =>
                        candidate.OriginalDefinition.SpecialType
                            == SpecialType.System_Collections_Generic_IEnumerable_T
                        && ShapeOf(candidate.TypeArguments[0]) != FieldShape.Unsupported
                    );

    public static bool IsSecret(ITypeSymbol type) =>
        type.Name == "Secret" && NamespaceOf(type) == "Common.Config";

    public static bool IsException(ITypeSymbol type)
    {
        for (var current = type; current is not null; current = current.BaseType)
        {
            if (current.Name == "Exception" && NamespaceOf(current) == "System")
            {
                return true;
            }
        }

        return false;
    }

    public static string NamespaceOf(ITypeSymbol type) =>
        type.ContainingNamespace?.ToDisplayString() ?? string.Empty;

    private static (ITypeSymbol, string, string, bool) ListOver(
        ITypeSymbol element,
        string countInterface
    ) => (element, "Count", countInterface, false);

    private static FieldShape ShapeOfNamed(ITypeSymbol type)
    {
        if (type.TypeKind == TypeKind.Enum)
        {
            return FieldShape.Enumeration;
        }

        if (type is not INamedTypeSymbol || type.IsTupleType || type.IsRefLikeType)
        {
            return FieldShape.Unsupported;
        }

        return
            NamespaceOf(type) is "NodaTime"
            || IsContextType(type)
            || (NamespaceOf(type) == "System" && type.Name is "Uri" or "Half")
            || (NamespaceOf(type) == "System.Net" && type.Name is "IPAddress" or "IPEndPoint")
            || type.AllInterfaces.Any(IsFormattable)
            || (type.TypeKind == TypeKind.Interface && IsFormattable((INamedTypeSymbol)type))
            ? FieldShape.Formatted
            : FieldShape.Unsupported;
    }

    private static bool IsContextType(ITypeSymbol type) =>
        type.Name is "RequestId" or "TenantPath" && NamespaceOf(type) == "Common.Context";

    private static bool IsFormattable(INamedTypeSymbol type) =>
        type.Name is "ISpanFormattable" or "IUtf8SpanFormattable" && NamespaceOf(type) == "System";
}
