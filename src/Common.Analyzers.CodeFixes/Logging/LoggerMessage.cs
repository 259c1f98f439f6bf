using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Common.Analyzers.CodeFixes.Logging;

/// <summary>What a [LoggerMessage] says of its method.</summary>
internal sealed record LoggerMessage(
    AttributeSyntax Attribute,
    string Method,
    string Type,
    int Level,
    int? Id,
    string? EventName,
    string Message
);
