using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace Common.Analyzers.CodeFixes.Logging;

/// <summary>Takes a log call apart. What is chosen only while running (a level, a template beside values) makes that impossible.</summary>
internal static class LogCallReader
{
    private const int None = 6; // LogLevel.None

    private static readonly string[] Levels =
    [
        "LogTrace",
        "LogDebug",
        "LogInformation",
        "LogWarning",
        "LogError",
        "LogCritical",
    ];

    public static LogCall? Read(IInvocationOperation call)
    {
        var level =
            call.TargetMethod.Name == "Log"
                ? Argument(call, "logLevel")?.ConstantValue.Value as int? ?? None
                : Array.IndexOf(Levels, call.TargetMethod.Name);
        if (
            level is < 0 or >= None
            || Argument(call, "message") is not { } message
            || Values(call) is not { } values
            || Parts(message, values) is not { } parts
        )
        {
            return null;
        }

        return new LogCall(
            level,
            IdOf(Argument(call, "eventId")),
            NameOf(Argument(call, "eventId")),
            parts,
            ExceptionOf(Argument(call, "exception")),
            call.Syntax
                is InvocationExpressionSyntax
                {
                    Expression: MemberAccessExpressionSyntax or MemberBindingExpressionSyntax,
                }
            && !IsStaticCall(call)
                ? null
                : Argument(call, "logger")?.Syntax as ExpressionSyntax
        );
    }

    /// <summary>Whether the logger is written as an argument: <c>LoggerExtensions.LogDebug(logger, …)</c>.</summary>
    private static bool IsStaticCall(IInvocationOperation call) =>
        call.Arguments.Any(argument =>
            argument.Parameter?.Name == "logger" && argument.Syntax is ArgumentSyntax
        );

    private static IOperation? Argument(IInvocationOperation call, string name)
    {
        var value = call.Arguments.FirstOrDefault(a => a.Parameter?.Name == name)?.Value;
        while (value is IConversionOperation { IsImplicit: true } conversion)
        {
            value = conversion.Operand;
        }

        return value;
    }

    /// <summary>The values of the message, or null where they are in an array of the caller's.</summary>
    private static ImmutableArray<IOperation>? Values(IInvocationOperation call)
    {
        var argument = call.Arguments.FirstOrDefault(a => a.Parameter?.Name == "args");
        return argument is null ? []
            : argument.ArgumentKind == ArgumentKind.ParamArray
            && argument.Value is IArrayCreationOperation array
                ? array.Initializer?.ElementValues ?? []
            : null;
    }

    private static List<MessagePart>? Parts(IOperation message, ImmutableArray<IOperation> values)
    {
        if (message.ConstantValue is { HasValue: true, Value: string template })
        {
            var parts = MessageParts.OfTemplate(template);
            if (parts is null || parts.Count(part => part.IsValue) != values.Length)
            {
                return null;
            }

            var next = 0;
            return
            [
                .. parts.Select(part =>
                    part.IsValue ? MessageParts.OfValue(values[next++], part.Name) : part
                ),
            ];
        }

        return values.Length > 0 || message.ConstantValue.HasValue
            ? null
            : MessageParts.OfExpression(message);
    }

    private static ExpressionSyntax? ExceptionOf(IOperation? exception) =>
        exception is null or { ConstantValue.HasValue: true }
            ? null
            : MessageParts.Expression(exception);

    /// <summary>The number of <c>5</c> and of <c>new EventId(5, …)</c>.</summary>
    private static int? IdOf(IOperation? eventId) =>
        eventId switch
        {
            { ConstantValue.Value: int id } => id,
            IObjectCreationOperation { Arguments: var arguments } => arguments
                .FirstOrDefault(argument => argument.Parameter?.Name == "id")
                ?.Value.ConstantValue.Value as int?,
            _ => null,
        };

    /// <summary>The name of <c>new EventId(5, "order.completed")</c>.</summary>
    private static string? NameOf(IOperation? eventId) =>
        eventId is IObjectCreationOperation { Arguments: var arguments }
            ? arguments
                .FirstOrDefault(argument => argument.Parameter?.Name == "name")
                ?.Value.ConstantValue.Value as string
            : null;
}
