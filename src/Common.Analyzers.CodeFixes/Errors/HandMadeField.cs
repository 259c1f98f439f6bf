using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Common.Analyzers.CodeFixes.Errors;

/// <summary>A value in the message of an error made by hand: what becomes a parameter of its declaration.</summary>
internal sealed record HandMadeField(string Name, string Type, ExpressionSyntax Value);
