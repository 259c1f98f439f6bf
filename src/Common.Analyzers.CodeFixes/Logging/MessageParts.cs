using System.Globalization;
using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace Common.Analyzers.CodeFixes.Logging;

/// <summary>Takes a message apart into text and values.</summary>
internal static class MessageParts
{
    /// <summary>Reads a message template as the platform does: <c>{Name}</c>, <c>{Name,10:format}</c>, <c>{{</c>.</summary>
    /// <returns>The pieces, values without their expressions; or null if the template is ill-formed.</returns>
    public static List<MessagePart>? OfTemplate(string template)
    {
        var parts = new List<MessagePart>();
        var text = new StringBuilder();
        for (var i = 0; i < template.Length; i++)
        {
            var c = template[i];
            if (c is '{' or '}' && i + 1 < template.Length && template[i + 1] == c)
            {
                text.Append(c);
                i++;
            }
            else if (c == '{')
            {
                var end = template.IndexOf('}', i);
                if (end < 0)
                {
                    return null;
                }

                AddText(parts, text);
                var name = template.Substring(i + 1, end - i - 1).Split(',', ':')[0];
                parts.Add(
                    new MessagePart(string.Empty, name.Trim('@', '$', ' ')) { IsValue = true }
                );
                i = end;
            }
            else
            {
                text.Append(c);
            }
        }

        AddText(parts, text);
        return parts;
    }

    /// <summary>Takes an interpolated or concatenated message apart; anything else is one value.</summary>
    public static List<MessagePart> OfExpression(IOperation message)
    {
        var parts = new List<MessagePart>();
        Add(parts, message);
        return parts;
    }

    /// <summary>A value as a piece of a message.</summary>
    public static MessagePart OfValue(IOperation value, string? name = null)
    {
        while (value is IConversionOperation { IsImplicit: true } conversion)
        {
            value = conversion.Operand;
        }

        return new MessagePart(string.Empty, name, Expression(value), value.Type)
        {
            IsValue = true,
        };
    }

    /// <summary>An operand as it was written, with a <c>!</c> or <c>checked</c> around it that no operation stands for.</summary>
    public static ExpressionSyntax? Expression(IOperation value)
    {
        var expression = value.Syntax as ExpressionSyntax;
        for (var outer = expression?.Parent; outer is ExpressionSyntax around; outer = outer.Parent)
        {
            if (
                around is CheckedExpressionSyntax
                || around.IsKind(SyntaxKind.SuppressNullableWarningExpression)
            )
            {
                expression = around;
            }
            else if (around is not ParenthesizedExpressionSyntax)
            {
                break;
            }
        }

        return expression;
    }

    private static void Add(List<MessagePart> parts, IOperation message)
    {
        switch (message)
        {
            case { ConstantValue: { HasValue: true, Value: string own } }:
                parts.Add(new MessagePart(own));
                break;
            case ILiteralOperation { ConstantValue: { HasValue: true, Value: { } literal } }:
                parts.Add(new MessagePart(Convert.ToString(literal, CultureInfo.InvariantCulture)));
                break;
            case IInterpolatedStringOperation interpolated:
                foreach (var part in interpolated.Parts)
                {
                    if (part is IInterpolationOperation interpolation)
                    {
                        parts.Add(
                            interpolation.Expression.ConstantValue
                                is { HasValue: true, Value: string constant }
                                ? new MessagePart(constant)
                                : OfValue(interpolation.Expression)
                        );
                    }
                    else if (
                        part is IInterpolatedStringTextOperation
                        {
                            Text.ConstantValue.Value: string text
                        }
                    )
                    {
                        parts.Add(new MessagePart(text));
                    }
                }

                break;
            case IBinaryOperation { OperatorKind: BinaryOperatorKind.Add } sum
                when sum.Type?.SpecialType == SpecialType.System_String:
                Add(parts, sum.LeftOperand);
                Add(parts, sum.RightOperand);
                break;
            case IConversionOperation { IsImplicit: true } conversion:
                Add(parts, conversion.Operand);
                break;
            case IParenthesizedOperation parenthesized:
                Add(parts, parenthesized.Operand);
                break;
            default:
                parts.Add(OfValue(message));
                break;
        }
    }

    private static void AddText(List<MessagePart> parts, StringBuilder text)
    {
        if (text.Length > 0)
        {
            parts.Add(new MessagePart(text.ToString()));
            text.Clear();
        }
    }
}
