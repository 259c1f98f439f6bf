using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Common.Analyzers.Lifecycle.Author;

/// <summary>Binds a replacement in a method beside the old member, with its parameters, as the author would write it there.</summary>
/// <param name="Model">Knows the method.</param>
/// <param name="Old">The old member, as this model knows it.</param>
/// <param name="Method">The method.</param>
/// <param name="Expression">The replacement in the method.</param>
internal sealed record ReplacementProbe(
    SemanticModel Model,
    ISymbol Old,
    IMethodSymbol Method,
    ExpressionSyntax Expression
)
{
    private const string Mark = "ReplacementProbe";

    /// <summary>Puts a replacement there; <see langword="null"/> where no method can stand.</summary>
    public static ReplacementProbe? Create(
        Compilation compilation,
        MemberDeclarationSyntax declaration,
        ISymbol symbol,
        string replacement,
        CancellationToken cancellationToken
    )
    {
        if (declaration.Parent is not TypeDeclarationSyntax)
        {
            return null;
        }

        var isAsync = SyntaxFactory.ParseExpression(replacement) is AwaitExpressionSyntax;
        var isStatic =
            symbol.IsStatic || symbol is IMethodSymbol { MethodKind: MethodKind.Constructor };
        var method = (MethodDeclarationSyntax)
            SyntaxFactory.ParseMemberDeclaration(
                $"private {(isStatic ? "static " : "")}{(isAsync ? "async " : "")}{Result(declaration)} {Mark}{TypeParameters(declaration)}({Parameters(declaration)}) {Constraints(declaration)} {{ {replacement}; }}"
            )!;
        var tree = declaration.SyntaxTree;
        var root = tree.GetRoot(cancellationToken);
        var old = new SyntaxAnnotation(Mark);
        var marked = declaration.WithAdditionalAnnotations(old);
        var added = root.ReplaceNode(
            declaration,
            [marked, method.WithAdditionalAnnotations(new SyntaxAnnotation(Mark + "Method"))]
        );
        var changed = tree.WithRootAndOptions(added, tree.Options);
#pragma warning disable RS1030 // a model of code that is not the user's: there is no other way to it
        var model = compilation.ReplaceSyntaxTree(tree, changed).GetSemanticModel(changed);
#pragma warning restore RS1030
        var node = changed.GetRoot(cancellationToken).GetAnnotatedNodes(old).Single();
        var probe = (MethodDeclarationSyntax)
            changed.GetRoot(cancellationToken).GetAnnotatedNodes(Mark + "Method").Single();
        return
            Declared(model, node, symbol.Name, cancellationToken) is { } same
            && model.GetDeclaredSymbol(probe, cancellationToken) is { } around
            && probe.Body?.Statements.FirstOrDefault() is ExpressionStatementSyntax statement
            ? new ReplacementProbe(model, same, around, statement.Expression)
            : null;
    }

    /// <summary>The type that the old member gives; <see langword="null"/> if it gives nothing.</summary>
    public ITypeSymbol? Wanted =>
        Old switch
        {
            IMethodSymbol { MethodKind: MethodKind.Constructor } => Old.ContainingType,
            IMethodSymbol { ReturnsVoid: true } => null,
            IMethodSymbol => Method.ReturnType,
            IPropertySymbol property => property.Type,
            IFieldSymbol f => f.Type,
            IEventSymbol @event => @event.Type,
            _ => null,
        };

    private static ISymbol? Declared(
        SemanticModel model,
        SyntaxNode node,
        string name,
        CancellationToken cancellationToken
    ) =>
        node is BaseFieldDeclarationSyntax fields
            ? fields
                .Declaration.Variables.Where(v => v.Identifier.ValueText == name)
                .Select(v => model.GetDeclaredSymbol(v, cancellationToken))
                .FirstOrDefault()
            : model.GetDeclaredSymbol(node, cancellationToken);

    // Written again, so that it names the method's own type parameters.
    private static string Result(MemberDeclarationSyntax declaration) =>
        declaration switch
        {
            MethodDeclarationSyntax m => m.ReturnType.ToString(),
            OperatorDeclarationSyntax o => o.ReturnType.ToString(),
            ConversionOperatorDeclarationSyntax c => c.Type.ToString(),
            _ => "void",
        };

    private static string Parameters(MemberDeclarationSyntax declaration) =>
        declaration switch
        {
            BaseMethodDeclarationSyntax m => m.ParameterList.Parameters.ToString(),
            IndexerDeclarationSyntax i => i.ParameterList.Parameters.ToString(),
            _ => "",
        };

    private static string TypeParameters(MemberDeclarationSyntax declaration) =>
        (declaration as MethodDeclarationSyntax)?.TypeParameterList?.ToString() ?? "";

    private static string Constraints(MemberDeclarationSyntax declaration) =>
        (declaration as MethodDeclarationSyntax)?.ConstraintClauses.ToString() ?? "";
}
