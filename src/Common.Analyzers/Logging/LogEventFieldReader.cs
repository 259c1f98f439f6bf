using Microsoft.CodeAnalysis;

namespace Common.Analyzers.Logging;

/// <summary>Reads one parameter of an event as a field, and says what is wrong with it.</summary>
internal static class LogEventFieldReader
{
    public delegate void Report(
        DiagnosticDescriptor rule,
        Location location,
        params object[] arguments
    );

    private static readonly SymbolDisplayFormat FullName =
        SymbolDisplayFormat.FullyQualifiedFormat.AddMiscellaneousOptions(
            SymbolDisplayMiscellaneousOptions.IncludeNullableReferenceTypeModifier
        );

    public static LogEventField? Read(IParameterSymbol parameter, Report report)
    {
        var location = parameter.Locations.FirstOrDefault() ?? Location.None;
        var name = ReadName(parameter, location, report);
        var type = WithoutNullable(parameter.Type, out _);
        if (
            FieldTypes.IsSecret(type)
            || (FieldTypes.ListOf(type) is { } list && FieldTypes.IsSecret(list.Element))
        )
        {
            report(LogEventRules.Secret, location, parameter.Name);
            return null;
        }

        if (SecretNames.Contains(name) || SecretNames.Contains(SnakeCase.Of(parameter.Name)))
        {
            if (!HasAttribute(parameter, "NotSecretAttribute"))
            {
                report(LogEventRules.SecretName, location, parameter.Name);
                return null;
            }
        }

        if (IsRequestIdName(name) && RequestIdLookalike(type) is { } lookalike)
        {
            report(LogEventRules.RequestIdText, location, parameter.Name, lookalike);
            return null;
        }

        var field = ReadType(LogEventSignature.Escape(parameter.Name), name, parameter.Type);
        if (field.Shape == FieldShape.Unsupported || field.Element?.Shape == FieldShape.Unsupported)
        {
            report(
                LogEventRules.FieldType,
                TypeLocation(parameter) ?? location,
                parameter.Name,
                parameter.Type.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat),
                Advice(type)
            );
            return null;
        }

        return field;
    }

    public static LogEventField ReadType(string parameter, string name, ITypeSymbol declared)
    {
        var type = WithoutNullable(declared, out var isNullableStruct);
        var shape = FieldTypes.ShapeOf(type);
        LogEventField? element = null;
        var countMember = string.Empty;
        var listType = string.Empty;
        var isPlain = FieldTypes.IsPlain(type);
        if (shape == FieldShape.Unsupported && FieldTypes.ListOf(type) is { } list)
        {
            shape = FieldShape.List;
            element = ReadType("item", string.Empty, list.Element);
            if (element.Shape == FieldShape.List)
            {
                element = element with { Shape = FieldShape.Unsupported };
            }

            countMember = list.CountMember;
            listType = list.ListType;
            isPlain = list.IsPlain && element.IsPlain;
        }

        return new LogEventField(
            parameter,
            name,
            declared.ToDisplayString(FullName),
            shape,
            isNullableStruct,
            isNullableStruct || !declared.IsValueType,
            isPlain,
            countMember,
            listType,
            element,
            shape == FieldShape.Enumeration ? EnumMembers(type) : EquatableArray<string>.Empty
        );
    }

    private static string ReadName(IParameterSymbol parameter, Location location, Report report)
    {
        var attribute = Attribute(parameter, "FieldAttribute");
        if (
            attribute is null
            || attribute.ConstructorArguments.Length != 1
            || attribute.ConstructorArguments[0].Value is not string name
        )
        {
            name = SnakeCase.Of(parameter.Name);
        }

        if (!SnakeCase.Is(name))
        {
            report(
                LogEventRules.FieldName,
                attribute?.ApplicationSyntaxReference?.GetSyntax().GetLocation() ?? location,
                name,
                "is not in snake_case, such as 'order_id'"
            );
        }

        return name;
    }

    private static Location? TypeLocation(IParameterSymbol parameter) =>
        parameter.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax()
            is Microsoft.CodeAnalysis.CSharp.Syntax.ParameterSyntax { Type: { } type }
            ? type.GetLocation()
            : null;

    private static string Advice(ITypeSymbol type) =>
        type.SpecialType == SpecialType.System_Object || type.TypeKind == TypeKind.Dynamic
            ? "the type that it has"
        : type is ITypeParameterSymbol ? "a type of its own for each event"
        : FieldTypes.ListOf(type) is not null ? "a list of numbers, strings or other single values"
        : FieldTypes.IsSequence(type) ? "an array or an IReadOnlyList of its elements"
        : "the values of it that matter, one parameter each";

    public static bool IsRequestIdName(string name) =>
        name is "request_id" or "global_request_id" or "local_request_id" or "correlation_id";

    private static string? RequestIdLookalike(ITypeSymbol type) =>
        type.SpecialType == SpecialType.System_String ? "a string"
        : type.Name == "Guid" && FieldTypes.NamespaceOf(type) == "System" ? "a Guid"
        : null;

    private static ITypeSymbol WithoutNullable(ITypeSymbol type, out bool isNullable)
    {
        isNullable = type.OriginalDefinition.SpecialType == SpecialType.System_Nullable_T;
        return isNullable ? ((INamedTypeSymbol)type).TypeArguments[0] : type;
    }

    /// <summary>The members of an enumeration, one name for each value; none if it is a set of flags.</summary>
    private static EquatableArray<string> EnumMembers(ITypeSymbol type)
    {
        if (
            type.GetAttributes()
                .Any(attribute =>
                    attribute.AttributeClass?.ToDisplayString() == "System.FlagsAttribute"
                )
        )
        {
            return EquatableArray<string>.Empty;
        }

        var seen = new HashSet<object>();
        return new([
            .. type.GetMembers()
                .OfType<IFieldSymbol>()
                .Where(member =>
                    member.ConstantValue is { } value
                    && seen.Add(value)
                    && !member
                        .GetAttributes()
                        .Any(attribute => attribute.AttributeClass?.Name == "ObsoleteAttribute")
                )
                .Select(member => member.Name),
        ]);
    }

    private static bool HasAttribute(ISymbol symbol, string name) =>
        Attribute(symbol, name) is not null;

    private static AttributeData? Attribute(ISymbol symbol, string name) =>
        symbol
            .GetAttributes()
            .FirstOrDefault(attribute =>
                attribute.AttributeClass?.Name == name
                && FieldTypes.NamespaceOf(attribute.AttributeClass) == "Common.Abstractions"
            );
}
