using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Common.Analyzers.Errors;

/// <summary>Knows what goes to the caller of a service: public parts of errors, and answers of ASP.NET Core.</summary>
internal static class CallerSinks
{
    /// <summary>Whether a value ends up, within its own expression, in something that the caller reads.</summary>
    public static bool IsReached(IOperation value)
    {
        for (var parent = value.Parent; parent is not null; parent = parent.Parent)
        {
            switch (parent)
            {
                case IArgumentOperation argument:
                    if (IsPublic(argument))
                    {
                        return true;
                    }

                    // What another method makes of the text is another value.
                    if (argument.Parent is not IObjectCreationOperation)
                    {
                        return false;
                    }

                    break;
                case ISimpleAssignmentOperation { Target: IPropertyReferenceOperation target }:
                    if (IsPublic(target.Property))
                    {
                        return true;
                    }

                    break;
                case IBlockOperation or IAnonymousFunctionOperation:
                    return false;
            }
        }

        return false;
    }

    private static bool IsPublic(IArgumentOperation argument) =>
        argument switch
        {
            { Parameter: { } parameter, Parent: IObjectCreationOperation { Type: { } type } } =>
                IsPublicPart(type, parameter.Name),
            { Parameter: { } parameter, Parent: IInvocationOperation call } => IsAnswer(
                call.TargetMethod
            ) || IsPublicField(call.TargetMethod, parameter),
            _ => false,
        };

    private static bool IsPublicPart(ITypeSymbol type, string parameter) =>
        type.ToDisplayString() switch
        {
            "Common.Exceptions.ServiceException" => parameter == "publicMessage",
            "Common.Exceptions.FieldError" => parameter is "Message" or "message",
            _ => false,
        };

    private static bool IsPublicField(IMethodSymbol method, IParameterSymbol parameter) =>
        HasAttribute(method, "ErrorAttribute") && !HasAttribute(parameter, "InternalAttribute");

    private static bool IsAnswer(IMethodSymbol method) =>
        method.ContainingType.ToDisplayString()
            is "Microsoft.AspNetCore.Http.Results"
                or "Microsoft.AspNetCore.Http.TypedResults"
                or "Microsoft.AspNetCore.Mvc.ControllerBase"
                or "Microsoft.AspNetCore.Http.HttpResponseWritingExtensions"
                or "Microsoft.AspNetCore.Http.HttpResponseJsonExtensions";

    private static bool IsPublic(IPropertySymbol property) =>
        property.Name is "Detail" or "Title"
        && property.ContainingType.ToDisplayString()
            is "Common.Exceptions.ProblemDocument"
                or "Microsoft.AspNetCore.Mvc.ProblemDetails";

    private static bool HasAttribute(ISymbol symbol, string name) =>
        symbol
            .GetAttributes()
            .Any(attribute =>
                attribute.AttributeClass?.Name == name
                && attribute.AttributeClass.ContainingNamespace.ToDisplayString()
                    == "Common.Abstractions"
            );
}
