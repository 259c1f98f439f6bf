using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Common.Analyzers.Config;

/// <summary>Evaluates the initialisers of a class's options, as far as they are made of constants and of the factories of known types.</summary>
internal sealed class ConfigDefaultReader(Compilation compilation, CancellationToken cancellation)
{
    /// <summary>What stands for a default that nobody is to see.</summary>
    private const string Mask = "***";

    private SemanticModel? _semantics;

    /// <summary>Gives the default of an option as JSON, or as source text where it cannot be evaluated; neither where it has none.</summary>
    public (string? Json, string? Source) Read(
        IPropertySymbol property,
        ConfigTypeModel type,
        bool isNullable
    )
    {
        var syntax =
            property.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax(cancellation)
            as PropertyDeclarationSyntax;
        if (syntax?.Initializer?.Value is { } value)
        {
            if (type.Name == "section" || IsNothing(value, property.Type))
            {
                return (null, null);
            }

            return type.IsSecret ? (null, Mask)
                : Json(value) is { } json && IsReadable(json, type) ? (json, null)
                : (null, value.ToString());
        }

        // What C# gives to a value type without an initialiser.
        return property.IsRequired || isNullable
            ? (null, null)
            : type.Name switch
            {
                "bool" => ("\"false\"", null),
                "duration" => ("\"0s\"", null),
                "size" => ("\"0B\"", null),
                "byte"
                or "sbyte"
                or "short"
                or "ushort"
                or "int"
                or "uint"
                or "long"
                or "ulong"
                or "float"
                or "double"
                or "decimal" => ("\"0\"", null),
                _ => (null, null),
            };
    }

    /// <summary>Says whether an initialiser gives no value, as <c>null!</c> does.</summary>
    private static bool IsNothing(ExpressionSyntax value, ITypeSymbol type)
    {
        var bare = value is PostfixUnaryExpressionSyntax { Operand: var operand } ? operand : value;
        return bare.IsKind(SyntaxKind.NullLiteralExpression)
            || (
                type.IsReferenceType
                && bare.Kind()
                    is SyntaxKind.DefaultLiteralExpression
                        or SyntaxKind.DefaultExpression
            );
    }

    /// <summary>Says whether the configuration may have the default as its value: code may use others, such as an infinity.</summary>
    private static bool IsReadable(string json, ConfigTypeModel type)
    {
        var option = JsonReader.Read("{" + type.CatalogueJson + "}")!;
        var value = JsonReader.Read(json)!;
        return value.Kind == JsonValueKind.Text
            ? ConfigValueCheck.TypeProblem(option, value.Text) is null
            : option["element"] is not { } element
                || value.Elements.All(e => ConfigValueCheck.TypeProblem(element, e.Text) is null);
    }

    private string? Json(ExpressionSyntax expression) =>
        expression is CollectionExpressionSyntax collection ? Elements(collection)
        : Text(expression) is { } text ? JsonText.Quote(text)
        : null;

    private string? Elements(CollectionExpressionSyntax collection)
    {
        var elements = new List<string>();
        foreach (var element in collection.Elements)
        {
            if (
                element is not ExpressionElementSyntax { Expression: var expression }
                || Text(expression) is not { } text
            )
            {
                return null;
            }

            elements.Add(JsonText.Quote(text));
        }

        return "[" + string.Join(",", elements) + "]";
    }

    private string? Text(ExpressionSyntax expression)
    {
        if (expression.IsKind(SyntaxKind.SuppressNullableWarningExpression))
        {
            expression = ((PostfixUnaryExpressionSyntax)expression).Operand;
        }

        if (IsPlain(expression))
        {
            return ConfigConstant.Text(((LiteralExpressionSyntax)expression).Token.Value);
        }

        var semantics = Semantics(expression.SyntaxTree);
        var symbol = semantics.GetSymbolInfo(expression, cancellation).Symbol;
        if (symbol is IFieldSymbol { ContainingType.TypeKind: TypeKind.Enum } member)
        {
            return member.Name;
        }

        if (
            semantics.GetConstantValue(expression, cancellation) is
            { HasValue: true, Value: var value }
        )
        {
            return semantics.GetTypeInfo(expression, cancellation).Type?.TypeKind == TypeKind.Enum
                ? null
                : ConfigConstant.Text(value);
        }

        return symbol switch
        {
            IFieldSymbol or IPropertySymbol => KnownValues.Of(symbol),
            IMethodSymbol method => Arguments(expression) is { } arguments
                ? KnownValues.Of(method, arguments)
                : null,
            _ => null,
        };
    }

    /// <summary>Says whether an expression is its own value, so that nobody need ask what it means.</summary>
    private static bool IsPlain(ExpressionSyntax expression) =>
        expression.Kind()
            is SyntaxKind.NumericLiteralExpression
                or SyntaxKind.StringLiteralExpression
                or SyntaxKind.CharacterLiteralExpression
                or SyntaxKind.TrueLiteralExpression
                or SyntaxKind.FalseLiteralExpression;

    /// <summary>The arguments of a call, where all are constants.</summary>
    private List<object>? Arguments(ExpressionSyntax expression)
    {
        var list = expression switch
        {
            InvocationExpressionSyntax invocation => invocation.ArgumentList,
            BaseObjectCreationExpressionSyntax { Initializer: null } creation =>
                creation.ArgumentList,
            _ => null,
        };
        if (list is null)
        {
            return null;
        }

        var values = new List<object>();
        foreach (var argument in list.Arguments)
        {
            if (
                argument.NameColon is not null
                || Semantics(expression.SyntaxTree)
                    .GetConstantValue(argument.Expression, cancellation)
                    is not { HasValue: true, Value: { } value }
            )
            {
                return null;
            }

            values.Add(value);
        }

        return values;
    }

    /// <summary>The meaning of a file. Most options of a class stand in one, and each model of it would start from nothing.</summary>
    private SemanticModel Semantics(SyntaxTree tree) =>
        _semantics?.SyntaxTree == tree
            ? _semantics
            : _semantics = compilation.GetSemanticModel(tree);
}
