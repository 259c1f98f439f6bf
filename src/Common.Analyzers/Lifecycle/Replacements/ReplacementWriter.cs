using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Common.Analyzers.Lifecycle.Replacements;

/// <summary>Puts a call's own arguments and receiver into the expression of a replacement, and qualifies its names.</summary>
internal sealed class ReplacementWriter(
    OldApi api,
    ReplacementNames names,
    CallArguments arguments,
    IReadOnlyList<TypeSyntax> typeArguments
) : CSharpSyntaxRewriter
{
    private readonly List<ExpressionSyntax> _evaluated = [];

    /// <summary>What the written expression takes of the call, in the order in which it evaluates it.</summary>
    public IReadOnlyList<ExpressionSyntax> Evaluated => _evaluated;

    /// <summary>Whether something could not be written.</summary>
    public bool Failed { get; private set; }

    /// <inheritdoc />
    public override SyntaxNode? VisitThisExpression(ThisExpressionSyntax node)
    {
        if (arguments.Receiver is not { } receiver)
        {
            return node.WithAdditionalAnnotations(WrittenMarks.Simplify);
        }

        _evaluated.Add(receiver);
        return Expressions.Guarded(receiver.WithoutTrivia());
    }

    /// <inheritdoc />
    public override SyntaxNode? VisitMemberAccessExpression(MemberAccessExpressionSyntax node)
    {
        var visited = (MemberAccessExpressionSyntax)base.VisitMemberAccessExpression(node)!;
        // `Text.Rfc` of a qualified `Text` is shortened as a whole; what the call gave is left as it was written.
        var isOurs =
            (node.Expression is ThisExpressionSyntax && arguments.Receiver is null)
            || (
                visited.Expression.HasAnnotation(WrittenMarks.Simplify)
                && !visited.DescendantNodes().OfType<ArgumentListSyntax>().Any()
            );
        return isOurs ? visited.WithAdditionalAnnotations(WrittenMarks.Simplify) : visited;
    }

    /// <inheritdoc />
    public override SyntaxNode? VisitArgumentList(ArgumentListSyntax node)
    {
        // What takes the rest of the arguments hands all of them on.
        var list = new List<ArgumentSyntax>();
        foreach (var argument in node.Arguments)
        {
            if (
                argument.Expression is IdentifierNameSyntax name
                && Parameter(name) is { IsParams: true } rest
                && arguments.Of(rest) is var given
                && given.Count != 1
            )
            {
                _evaluated.AddRange(given.Select(a => a.Expression));
                list.AddRange(given);
            }
            else
            {
                list.Add((ArgumentSyntax)Visit(argument)!);
            }
        }

        return SyntaxFactory.ArgumentList(
            SyntaxFactory.SeparatedList(
                list.Select(a => a.WithoutTrivia()),
                Enumerable.Repeat(
                    SyntaxFactory
                        .Token(SyntaxKind.CommaToken)
                        .WithTrailingTrivia(SyntaxFactory.Space),
                    Math.Max(0, list.Count - 1)
                )
            )
        );
    }

    /// <inheritdoc />
    public override SyntaxNode? VisitGenericName(GenericNameSyntax node)
    {
        var visited = (GenericNameSyntax)base.VisitGenericName(node)!;
        return ReplacementNames.IsFirst(node) ? Qualify(node, visited) : visited;
    }

    /// <inheritdoc />
    public override SyntaxNode? VisitIdentifierName(IdentifierNameSyntax node)
    {
        if (!ReplacementNames.IsFirst(node))
        {
            return node;
        }

        if (api.TypeParameters.IndexOf(node.Identifier.ValueText) is >= 0 and var i)
        {
            if (i < typeArguments.Count)
            {
                return typeArguments[i].WithoutTrivia();
            }

            Failed = true;
            return node;
        }

        if (Parameter(node) is not { } parameter)
        {
            return Qualify(node, node);
        }

        if (arguments.Of(parameter) is not [{ } argument])
        {
            Failed = true;
            return node;
        }

        _evaluated.Add(argument.Expression);
        var expression = argument.Expression.WithoutTrivia();
        return node.Parent is ArgumentSyntax ? expression : Expressions.Guarded(expression);
    }

    private OldParameter? Parameter(IdentifierNameSyntax name) =>
        api.Parameters.FirstOrDefault(p => p.Name == name.Identifier.ValueText);

    private SyntaxNode Qualify(SimpleNameSyntax original, SimpleNameSyntax visited)
    {
        if (names.Qualify(visited) is not { } text)
        {
            return visited;
        }

        if (text.StartsWith("this.", StringComparison.Ordinal))
        {
            return Visit(SyntaxFactory.ParseExpression(text))!;
        }

        SyntaxNode qualified =
            SyntaxFacts.IsInTypeOnlyContext(original)
            || original.Parent is NameSyntax or null or TypeArgumentListSyntax
                ? SyntaxFactory.ParseTypeName(text)
                : SyntaxFactory.ParseExpression(text);
        return qualified.WithAdditionalAnnotations(WrittenMarks.Simplify);
    }
}
