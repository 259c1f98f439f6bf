using System.Text;
using Common.Analyzers.Logging;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace Common.Analyzers.CodeFixes.Errors;

/// <summary>The public message of an error made by hand, with the values in it as fields.</summary>
internal sealed class HandMadeMessage
{
    private static readonly SymbolDisplayFormat TypeName =
        SymbolDisplayFormat.FullyQualifiedFormat.AddMiscellaneousOptions(
            SymbolDisplayMiscellaneousOptions.IncludeNullableReferenceTypeModifier
        );

    // The other parameters of a declaration.
    private static readonly string[] Reserved = ["detail", "cause", "retryAfter"];

    private readonly List<HandMadeField> _fields = [];

    /// <summary>The message as a declaration has it: with the names of the fields in braces.</summary>
    public string Template { get; private set; } = "";

    /// <summary>The fields, in the order of the message.</summary>
    public IReadOnlyList<HandMadeField> Fields => _fields;

    /// <summary>Reads a constant, or an interpolated text whose values have names.</summary>
    /// <returns>The message, or null if it is something else.</returns>
    public static HandMadeMessage? Read(IOperation? value)
    {
        while (value is IConversionOperation conversion)
        {
            value = conversion.Operand;
        }

        var message = new HandMadeMessage();
        var template = value switch
        {
            { ConstantValue: { HasValue: true, Value: string text } } => Escape(text),
            IInterpolatedStringOperation text => message.ReadParts(text),
            _ => null,
        };
        if (string.IsNullOrWhiteSpace(template) || PlainText.IndexOfControl(template!) >= 0)
        {
            return null;
        }

        message.Template = template!;
        return message;
    }

    private string? ReadParts(IInterpolatedStringOperation text)
    {
        var template = new StringBuilder();
        foreach (var part in text.Parts)
        {
            switch (part)
            {
                case IInterpolatedStringTextOperation
                {
                    Text.ConstantValue.Value: string fixedText
                }:
                    template.Append(Escape(fixedText));
                    break;
                case IInterpolationOperation { Alignment: null, FormatString: null } hole
                    when AddField(hole.Expression) is { } name:
                    template.Append('{').Append(name).Append('}');
                    break;
                default:
                    return null;
            }
        }

        return template.ToString();
    }

    private string? AddField(IOperation value)
    {
        if (
            value is not { Syntax: ExpressionSyntax expression, Type: { } type }
            || NameOf(expression) is not { } name
            || FieldTypes.IsException(type)
            || FieldTypes.IsSecret(type)
            || FieldTypes.ShapeOf(WithoutNullable(type)) == FieldShape.Unsupported
            || value.SemanticModel?.Compilation is not { } compilation
            || !compilation.IsSymbolAccessibleWithin(type, compilation.Assembly)
        )
        {
            return null;
        }

        if (_fields.Find(f => f.Name == name) is { } known)
        {
            return SyntaxFactory.AreEquivalent(known.Value, expression) ? name : null;
        }

        _fields.Add(
            new HandMadeField(name, type.ToDisplayString(TypeName), expression.WithoutTrivia())
        );
        return name;
    }

    /// <summary>The name of a variable or of a member, as a parameter has it.</summary>
    private static string? NameOf(ExpressionSyntax expression)
    {
        var text = expression switch
        {
            IdentifierNameSyntax name => name.Identifier.ValueText,
            MemberAccessExpressionSyntax { Name: IdentifierNameSyntax name } =>
                name.Identifier.ValueText,
            _ => "",
        };
        text = text.TrimStart('_');
        if (text.Length == 0)
        {
            return null;
        }

        var camel = char.ToLowerInvariant(text[0]) + text.Substring(1);
        return
            SyntaxFacts.GetKeywordKind(camel) == SyntaxKind.None
            && SnakeCase.Is(SnakeCase.Of(camel))
            && !SecretNames.Contains(SnakeCase.Of(camel))
            && !Reserved.Contains(camel)
            ? camel
            : null;
    }

    private static ITypeSymbol WithoutNullable(ITypeSymbol type) =>
        type
            is INamedTypeSymbol
            {
                OriginalDefinition.SpecialType: SpecialType.System_Nullable_T,
            } nullable
            ? nullable.TypeArguments[0]
            : type;

    private static string Escape(string text) => text.Replace("{", "{{").Replace("}", "}}");
}
