using Common.Analyzers.Errors;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace Common.Analyzers.CodeFixes.Errors;

/// <summary>An error made by hand, with <c>new ServiceException(…)</c>, that can be a declared one.</summary>
internal sealed class HandMadeError
{
    private const string Type = "Common.Exceptions.ServiceException";

    private HandMadeError(
        BaseObjectCreationExpressionSyntax creation,
        string kind,
        string code,
        HandMadeMessage message
    )
    {
        Creation = creation;
        Kind = kind;
        Code = code;
        Message = message;
    }

    /// <summary>The expression that makes it.</summary>
    public BaseObjectCreationExpressionSyntax Creation { get; }

    /// <summary>Its code.</summary>
    public string Code { get; }

    /// <summary>What the method that raises it is called: <c>OrderNotFound</c> for <c>order.not_found</c>.</summary>
    public string Method => PascalCase(Code);

    /// <summary>What a class of such errors is called: <c>OrderErrors</c>.</summary>
    public string ErrorsType => PascalCase(Code.Split('.')[0]) + "Errors";

    private string Kind { get; }

    private HandMadeMessage Message { get; }

    private ExpressionSyntax? Detail { get; set; }

    private ExpressionSyntax? Cause { get; set; }

    /// <summary>The arguments of the call that replaces it.</summary>
    public string Arguments =>
        string.Join(
            ", ",
            Message
                .Fields.Select(f => f.Value)
                .Concat(new[] { Detail, Cause }.OfType<ExpressionSyntax>())
        );

    /// <summary>Reads an expression.</summary>
    /// <returns>The error, or null if a machine cannot say how it is declared.</returns>
    public static HandMadeError? Read(
        BaseObjectCreationExpressionSyntax creation,
        SemanticModel model,
        CancellationToken cancellation
    )
    {
        if (
            creation.Initializer is not null
            || model.GetOperation(creation, cancellation)
                is not IObjectCreationOperation { Arguments: { Length: > 2 } arguments } operation
            || operation.Type?.ToDisplayString() != Type
            || Argument(arguments, "code")?.ConstantValue is not { Value: string code }
            || !ErrorReader.IsCode(code)
            || KindOf(Argument(arguments, "kind")) is not { } kind
            || HandMadeMessage.Read(Argument(arguments, "publicMessage")) is not { } message
        )
        {
            return null;
        }

        return new HandMadeError(creation, kind, code, message)
        {
            Detail = Written(arguments, "detail"),
            Cause = Written(arguments, "innerException"),
        };
    }

    /// <summary>Writes its declaration.</summary>
    /// <param name="isNullable">Whether the place has nullable annotations.</param>
    public string Declare(bool isNullable)
    {
        const string Abstractions = "global::Common.Abstractions.";
        var mark = isNullable ? "?" : "";
        var parameters = Message.Fields.Select(f => $"{f.Type} {f.Name}").ToList();
        if (Detail is not null)
        {
            parameters.Add($"[{Abstractions}Internal] string{mark} detail = null");
        }

        if (Cause is not null)
        {
            parameters.Add($"global::System.Exception{mark} cause = null");
        }

        return $"[{Abstractions}Error({Literal(Code)}, {Abstractions}ErrorKind.{Kind}, {Literal(Message.Template)})]\n"
            + $"public static partial global::{Type} {Method}({string.Join(", ", parameters)});";
    }

    private static IOperation? Argument(IEnumerable<IArgumentOperation> arguments, string name) =>
        arguments.FirstOrDefault(argument => argument.Parameter?.Name == name)?.Value;

    // What is left out, or null, is no part of the declaration.
    private static ExpressionSyntax? Written(
        IEnumerable<IArgumentOperation> arguments,
        string name
    ) =>
        arguments.FirstOrDefault(argument => argument.Parameter?.Name == name)
            is {
                ArgumentKind: ArgumentKind.Explicit,
                Value.ConstantValue: not { HasValue: true, Value: null },
                Syntax: ArgumentSyntax { Expression: var expression }
            }
            ? expression
            : null;

    private static string? KindOf(IOperation? kind) =>
        kind is { Type: INamedTypeSymbol type, ConstantValue: { HasValue: true, Value: var value } }
            ? type.GetMembers()
                .OfType<IFieldSymbol>()
                .FirstOrDefault(f => Equals(f.ConstantValue, value))
                ?.Name
            : null;

    private static string PascalCase(string text) =>
        string.Concat(
            text.Split('.', '_')
                .Where(part => part.Length > 0)
                .Select(part => char.ToUpperInvariant(part[0]) + part.Substring(1))
        );

    private static string Literal(string text) => SymbolDisplay.FormatLiteral(text, quote: true);
}
