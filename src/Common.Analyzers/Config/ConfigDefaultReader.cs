using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Common.Analyzers.Config;

/// <summary>Evaluates the initialiser of an option, as far as it is made of constants and of the factories of known types.</summary>
internal static class ConfigDefaultReader
{
    /// <summary>Gives the default as JSON, or null where it cannot be evaluated.</summary>
    public static string? Json(
        ExpressionSyntax expression,
        SemanticModel model,
        CancellationToken cancellation
    ) =>
        expression switch
        {
            CollectionExpressionSyntax collection => Elements(collection, model, cancellation),
            _ => Text(expression, model, cancellation) is { } text ? JsonText.Quote(text) : null,
        };

    private static string? Elements(
        CollectionExpressionSyntax collection,
        SemanticModel model,
        CancellationToken cancellation
    )
    {
        var elements = new List<string>();
        foreach (var element in collection.Elements)
        {
            if (
                element is not ExpressionElementSyntax { Expression: var expression }
                || Text(expression, model, cancellation) is not { } text
            )
            {
                return null;
            }

            elements.Add(JsonText.Quote(text));
        }

        return "[" + string.Join(",", elements) + "]";
    }

    private static string? Text(
        ExpressionSyntax expression,
        SemanticModel model,
        CancellationToken cancellation
    )
    {
        if (
            expression is PostfixUnaryExpressionSyntax
            {
                RawKind: (int)SyntaxKind.SuppressNullableWarningExpression
            } bang
        )
        {
            expression = bang.Operand;
        }

        var symbol = model.GetSymbolInfo(expression, cancellation).Symbol;
        if (symbol is IFieldSymbol { ContainingType.TypeKind: TypeKind.Enum } member)
        {
            return member.Name;
        }

        if (
            model.GetConstantValue(expression, cancellation) is { HasValue: true, Value: var value }
        )
        {
            return model.GetTypeInfo(expression, cancellation).Type?.TypeKind == TypeKind.Enum
                ? null
                : ConfigConstant.Text(value);
        }

        return symbol switch
        {
            IFieldSymbol or IPropertySymbol => Known(symbol),
            IMethodSymbol method => Call(expression, method, model, cancellation),
            _ => null,
        };
    }

    private static string? Known(ISymbol symbol) =>
        (symbol.ContainingType?.ToDisplayString() + "." + symbol.Name) switch
        {
            "System.TimeSpan.Zero" or "NodaTime.Duration.Zero" => "0s",
            "System.String.Empty" or "string.Empty" => string.Empty,
            "System.Guid.Empty" => "00000000-0000-0000-0000-000000000000",
            _ => null,
        };

    private static string? Call(
        ExpressionSyntax expression,
        IMethodSymbol method,
        SemanticModel model,
        CancellationToken cancellation
    )
    {
        var arguments = expression switch
        {
            InvocationExpressionSyntax invocation => invocation.ArgumentList,
            BaseObjectCreationExpressionSyntax creation => creation.ArgumentList,
            _ => null,
        };
        if (
            arguments is not { Arguments.Count: 1 }
            || model.GetConstantValue(arguments.Arguments[0].Expression, cancellation)
                is not { HasValue: true, Value: { } value }
        )
        {
            return null;
        }

        var type = method.ContainingType.ToDisplayString();
        if (method.MethodKind == MethodKind.Constructor)
        {
            return type is "System.Uri" or "System.Version" or "System.Guid"
                ? value as string
                : null;
        }

        var unit = type is "System.TimeSpan" or "NodaTime.Duration"
            ? method.Name switch
            {
                "FromNanoseconds" => "ns",
                "FromMicroseconds" => "us",
                "FromMilliseconds" => "ms",
                "FromSeconds" => "s",
                "FromMinutes" => "m",
                "FromHours" => "h",
                "FromDays" => "d",
                _ => null,
            }
            : null;
        return unit is null
            ? null
            : Convert
                .ToDecimal(value, CultureInfo.InvariantCulture)
                .ToString("0.#########", CultureInfo.InvariantCulture) + unit;
    }
}
