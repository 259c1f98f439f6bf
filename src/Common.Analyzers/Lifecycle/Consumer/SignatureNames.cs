using System.Collections.Immutable;
using System.Globalization;
using System.Reflection.Metadata;

namespace Common.Analyzers.Lifecycle.Consumer;

/// <summary>Writes the types in a signature of metadata as text: by their full names, whichever assembly they are in.</summary>
internal sealed class SignatureNames : ISignatureTypeProvider<string, object?>
{
    /// <summary>What stands after a type that is given by reference.</summary>
    public const string ByReference = "&";

    /// <summary>What stands after the type that a pointer points at.</summary>
    public const string Pointer = "*";

    /// <summary>Any pointer to a function.</summary>
    public const string FunctionPointer = "function*";

    public static readonly SignatureNames Instance = new();

    /// <summary>What stands after the element type of an array.</summary>
    public static string Array(int rank) => "[" + new string(',', rank - 1) + "]";

    /// <summary>A generic type with its arguments, those of the types around it first.</summary>
    public static string Generic(string type, IEnumerable<string> arguments) =>
        type + "<" + string.Join(",", arguments) + ">";

    /// <summary>A type parameter of a type, counted through the types around it.</summary>
    public static string OfType(int index) => "!" + Text(index);

    /// <summary>A type parameter of a method.</summary>
    public static string OfMethod(int index) => "!!" + Text(index);

    /// <summary>A type with a custom modifier, which the runtime compares too.</summary>
    public static string Modified(string modifier, string type, bool isRequired) =>
        type + (isRequired ? " modreq(" : " modopt(") + modifier + ")";

    /// <inheritdoc />
    public string GetArrayType(string elementType, ArrayShape shape) =>
        elementType + Array(shape.Rank);

    /// <inheritdoc />
    public string GetByReferenceType(string elementType) => elementType + ByReference;

    /// <inheritdoc />
    public string GetFunctionPointerType(MethodSignature<string> signature) => FunctionPointer;

    /// <inheritdoc />
    public string GetGenericInstantiation(
        string genericType,
        ImmutableArray<string> typeArguments
    ) => Generic(genericType, typeArguments);

    /// <inheritdoc />
    public string GetGenericMethodParameter(object? genericContext, int index) => OfMethod(index);

    /// <inheritdoc />
    public string GetGenericTypeParameter(object? genericContext, int index) => OfType(index);

    /// <inheritdoc />
    public string GetModifiedType(string modifier, string unmodifiedType, bool isRequired) =>
        Modified(modifier, unmodifiedType, isRequired);

    /// <inheritdoc />
    public string GetPinnedType(string elementType) => elementType;

    /// <inheritdoc />
    public string GetPointerType(string elementType) => elementType + Pointer;

    /// <inheritdoc />
    public string GetPrimitiveType(PrimitiveTypeCode typeCode) => "System." + typeCode;

    /// <inheritdoc />
    public string GetSZArrayType(string elementType) => elementType + Array(rank: 1);

    /// <inheritdoc />
    public string GetTypeFromDefinition(
        MetadataReader reader,
        TypeDefinitionHandle handle,
        byte rawTypeKind
    )
    {
        var type = reader.GetTypeDefinition(handle);
        return type.GetDeclaringType() is { IsNil: false } outer
            ? GetTypeFromDefinition(reader, outer, rawTypeKind) + "+" + reader.GetString(type.Name)
            : Full(reader, type.Namespace, type.Name);
    }

    /// <inheritdoc />
    public string GetTypeFromReference(
        MetadataReader reader,
        TypeReferenceHandle handle,
        byte rawTypeKind
    )
    {
        var type = reader.GetTypeReference(handle);
        return type.ResolutionScope.Kind == HandleKind.TypeReference
            ? GetTypeFromReference(reader, (TypeReferenceHandle)type.ResolutionScope, rawTypeKind)
                + "+"
                + reader.GetString(type.Name)
            : Full(reader, type.Namespace, type.Name);
    }

    /// <inheritdoc />
    public string GetTypeFromSpecification(
        MetadataReader reader,
        object? genericContext,
        TypeSpecificationHandle handle,
        byte rawTypeKind
    ) => reader.GetTypeSpecification(handle).DecodeSignature(this, genericContext);

    private static string Full(MetadataReader reader, StringHandle @namespace, StringHandle name) =>
        @namespace.IsNil
            ? reader.GetString(name)
            : reader.GetString(@namespace) + "." + reader.GetString(name);

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
