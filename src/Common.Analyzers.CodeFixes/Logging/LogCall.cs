using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Common.Analyzers.CodeFixes.Logging;

/// <summary>A call of one of the platform's <c>Log…</c> methods, taken apart.</summary>
/// <param name="Level">The level, from 0 for Trace to 5 for Critical.</param>
/// <param name="Id">The number that the call gives to its event, if it is a constant.</param>
/// <param name="EventName">The name that the call gives to its event, if it is a constant.</param>
/// <param name="Parts">The message.</param>
/// <param name="Exception">The exception, if there is one.</param>
/// <param name="Logger">The logger, where it is an ordinary argument.</param>
internal sealed record LogCall(
    int Level,
    int? Id,
    string? EventName,
    IReadOnlyList<MessagePart> Parts,
    ExpressionSyntax? Exception,
    ExpressionSyntax? Logger
);
