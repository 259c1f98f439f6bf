using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Common.Analyzers.CodeFixes.Time;

/// <summary>A stopwatch that is started where its variable is declared, and does nothing but tell how long ago that was.</summary>
/// <param name="Name">The name of the variable.</param>
/// <param name="Start">The call of <c>StartNew</c>.</param>
/// <param name="Readings">Everything that is read from it: <c>Elapsed</c> and <c>ElapsedMilliseconds</c>.</param>
internal sealed record LocalStopwatch(
    string Name,
    ExpressionSyntax Start,
    ImmutableArray<ExpressionSyntax> Readings
)
{
    /// <summary>The stopwatch of a comparison, or <see langword="null"/> if it is another kind of one.</summary>
    public static LocalStopwatch? Find(
        SemanticModel model,
        BinaryExpressionSyntax comparison,
        CancellationToken cancellationToken
    )
    {
        var name = comparison
            .DescendantNodes()
            .OfType<IdentifierNameSyntax>()
            .FirstOrDefault(n => IsStopwatch(model, n, cancellationToken));
        if (
            name is null
            || model.GetSymbolInfo(name, cancellationToken).Symbol is not ILocalSymbol local
            || local.DeclaringSyntaxReferences.Single().GetSyntax(cancellationToken)
                is not VariableDeclaratorSyntax
                {
                    Initializer.Value: InvocationExpressionSyntax start,
                    Parent: VariableDeclarationSyntax { Type.IsVar: true, Variables.Count: 1 }
                } declarator
            || model.GetSymbolInfo(start, cancellationToken).Symbol?.Name != "StartNew"
            || declarator.FirstAncestorOrSelf<BlockSyntax>() is not { } block
        )
        {
            return null;
        }

        var uses = block
            .DescendantNodes()
            .OfType<IdentifierNameSyntax>()
            .Where(n =>
                n.Identifier.Text == local.Name
                && SymbolEqualityComparer.Default.Equals(
                    model.GetSymbolInfo(n, cancellationToken).Symbol,
                    local
                )
            )
            .ToImmutableArray();
        var readings = uses.Select(u => u.Parent)
            .OfType<MemberAccessExpressionSyntax>()
            .Where(m =>
                uses.Contains(m.Expression)
                && m.Name.Identifier.Text is "Elapsed" or "ElapsedMilliseconds"
            )
            .ToImmutableArray<ExpressionSyntax>();
        return readings.Length == uses.Length
            ? new LocalStopwatch(local.Name, start, readings)
            : null;
    }

    private static bool IsStopwatch(
        SemanticModel model,
        IdentifierNameSyntax name,
        CancellationToken cancellationToken
    ) =>
        model.GetSymbolInfo(name, cancellationToken).Symbol is ILocalSymbol { Type: { } type }
        && SymbolEqualityComparer.Default.Equals(
            type,
            model.Compilation.GetTypeByMetadataName("System.Diagnostics.Stopwatch")
        );
}
