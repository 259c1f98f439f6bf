using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Formatting;

namespace Common.Analyzers.CodeFixes.Errors;

/// <summary>An error that is to be declared: how, and where.</summary>
internal sealed record NewError(HandMadeError Error, string Declaration, ErrorsClass Class)
{
    /// <summary>The declaration as a member of its class.</summary>
    /// <param name="lineEnd">How lines end in its file.</param>
    /// <param name="isFirst">Whether no member is before it, so that no empty line is needed.</param>
    public MemberDeclarationSyntax Member(SyntaxTrivia lineEnd, bool isFirst) =>
        WholeNames
            .Shortened(SyntaxFactory.ParseMemberDeclaration(Declaration)!)
            .WithLeadingTrivia(isFirst ? default : SyntaxFactory.TriviaList(lineEnd))
            .WithTrailingTrivia(lineEnd)
            .WithAdditionalAnnotations(Formatter.Annotation);
}
