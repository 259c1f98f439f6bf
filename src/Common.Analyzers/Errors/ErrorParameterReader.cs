using Common.Analyzers.Logging;
using Microsoft.CodeAnalysis;

namespace Common.Analyzers.Errors;

/// <summary>Reads the parameters of an error, and says what is wrong with them.</summary>
internal static class ErrorParameterReader
{
    public delegate void Report(
        DiagnosticDescriptor rule,
        Location location,
        params object[] arguments
    );

    public static List<ErrorParameter> Read(IMethodSymbol method, Report report)
    {
        var parameters = new List<ErrorParameter>();
        foreach (var parameter in method.Parameters)
        {
            var location = parameter.Locations.FirstOrDefault() ?? Location.None;
            if (parameter.RefKind is not (RefKind.None or RefKind.In))
            {
                report(ErrorRules.Field, location, parameter.Name, "must not be ref or out");
                continue;
            }

            if (ReadParameter(parameter, location, report) is not { } read)
            {
                continue;
            }

            if (
                read.Role is not (ErrorParameterRole.Public or ErrorParameterRole.Internal)
                && parameters.Exists(p => p.Role == read.Role)
            )
            {
                report(ErrorRules.Second, location, parameter.Name, Noun(read.Role));
            }
            else if (parameters.Exists(p => p.FieldName == read.FieldName && IsField(p)))
            {
                report(
                    ErrorRules.Field,
                    location,
                    parameter.Name,
                    $"is written as '{read.FieldName}', which is there already"
                );
            }

            parameters.Add(read);
        }

        return parameters;
    }

    private static ErrorParameter? ReadParameter(
        IParameterSymbol parameter,
        Location location,
        Report report
    )
    {
        var source = LogEventSignature.Escape(parameter.Name);
        var name = FieldName(parameter);
        var type = parameter.Type
            is INamedTypeSymbol
            {
                OriginalDefinition.SpecialType: SpecialType.System_Nullable_T,
            } nullable
            ? nullable.TypeArguments[0]
            : parameter.Type;
        if (FieldTypes.IsException(type))
        {
            return new ErrorParameter(source, name, "", ErrorParameterRole.Cause);
        }

        var isInternal = HasAttribute(parameter, "InternalAttribute");
        if (IsFieldErrors(type))
        {
            if (isInternal)
            {
                report(
                    ErrorRules.Field,
                    location,
                    parameter.Name,
                    "is a list of errors, which goes to the caller, so that it cannot be [Internal]"
                );
            }

            return new ErrorParameter(source, name, "", ErrorParameterRole.Errors);
        }

        if (!isInternal && type.ToDisplayString() == "NodaTime.Duration" && name == "retry_after")
        {
            return new ErrorParameter(source, name, "", ErrorParameterRole.RetryAfter);
        }

        if (FieldTypes.IsSecret(type))
        {
            report(
                ErrorRules.Secret,
                location,
                parameter.Name,
                "a Secret, which goes neither to the caller nor to the log"
            );
            return null;
        }

        if (
            (SecretNames.Contains(name) || SecretNames.Contains(SnakeCase.Of(parameter.Name)))
            && !HasAttribute(parameter, "NotSecretAttribute")
        )
        {
            report(
                ErrorRules.Secret,
                location,
                parameter.Name,
                "named like a secret; drop it, or say [NotSecret(\"why\")]"
            );
            return null;
        }

        if (!SnakeCase.Is(name))
        {
            report(
                ErrorRules.Field,
                location,
                parameter.Name,
                $"is written as '{name}', which is not in snake_case, such as 'order_id'"
            );
            return null;
        }

        var shape = FieldTypes.ShapeOf(type);
        if (shape == FieldShape.Unsupported)
        {
            report(
                ErrorRules.Field,
                location,
                parameter.Name,
                $"is of type '{type.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat)}', which has no text of its own; take the values of it that matter"
            );
            return null;
        }

        return new ErrorParameter(
            source,
            name,
            JsonType(shape),
            isInternal ? ErrorParameterRole.Internal : ErrorParameterRole.Public
        );
    }

    private static string JsonType(FieldShape shape) =>
        shape switch
        {
            FieldShape.Signed or FieldShape.Unsigned => "integer",
            FieldShape.Single or FieldShape.Double or FieldShape.Decimal => "number",
            FieldShape.Boolean => "boolean",
            _ => "string",
        };

    private static bool IsField(ErrorParameter parameter) =>
        parameter.Role is ErrorParameterRole.Public or ErrorParameterRole.Internal;

    private static string Noun(ErrorParameterRole role) =>
        role switch
        {
            ErrorParameterRole.Cause => "cause",
            ErrorParameterRole.Errors => "list of errors",
            _ => "time to retry after",
        };

    private static bool IsFieldErrors(ITypeSymbol type) =>
        IsFieldErrorSequence(type) || type.AllInterfaces.Any(IsFieldErrorSequence);

    private static bool IsFieldErrorSequence(ITypeSymbol type) =>
        type is INamedTypeSymbol sequence
        && sequence.OriginalDefinition.SpecialType
            == SpecialType.System_Collections_Generic_IEnumerable_T
        && sequence.TypeArguments[0].ToDisplayString() == "Common.Exceptions.FieldError";

    private static string FieldName(IParameterSymbol parameter) =>
        Attribute(parameter, "FieldAttribute") is { ConstructorArguments.Length: 1 } attribute
        && attribute.ConstructorArguments[0].Value is string name
            ? name
            : SnakeCase.Of(parameter.Name);

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
