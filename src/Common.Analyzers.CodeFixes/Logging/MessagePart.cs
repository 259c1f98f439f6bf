using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Common.Analyzers.CodeFixes.Logging;

/// <summary>A piece of a message: text, or the place of a value.</summary>
/// <param name="Text">The text; empty for a value.</param>
/// <param name="Name">The name that a template gives to the value, if any.</param>
/// <param name="Value">The value, if the piece is one and it is known.</param>
/// <param name="Type">The value's own type; null for a bare <c>null</c>.</param>
internal sealed record MessagePart(
    string Text,
    string? Name = null,
    ExpressionSyntax? Value = null,
    ITypeSymbol? Type = null
)
{
    /// <summary>Whether a value stands here.</summary>
    public bool IsValue { get; init; }
}
