using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.FindSymbols;
using Microsoft.CodeAnalysis.Text;

namespace Common.Analyzers.CodeFixes.Time;

/// <summary>A number that is a duration: its declaration, and what it would be as a TimeSpan.</summary>
/// <param name="Symbol">The parameter, the property or the field.</param>
/// <param name="Name">Where its name is declared.</param>
/// <param name="Type">The type that is written there.</param>
/// <param name="Value">The value that it begins with, if any.</param>
/// <param name="NewName">The name without the unit.</param>
/// <param name="Unit">The unit as members of TimeSpan have it: <c>Milliseconds</c>.</param>
internal sealed record BareDuration(
    ISymbol Symbol,
    SyntaxToken Name,
    TypeSyntax Type,
    ExpressionSyntax? Value,
    string NewName,
    string Unit
)
{
    private static readonly (string Ending, string Unit)[] Units =
    [
        ("Milliseconds", "Milliseconds"),
        ("Millis", "Milliseconds"),
        ("Msecs", "Milliseconds"),
        ("Msec", "Milliseconds"),
        ("Ms", "Milliseconds"),
        ("Seconds", "Seconds"),
        ("Secs", "Seconds"),
        ("Sec", "Seconds"),
        ("Minutes", "Minutes"),
        ("Mins", "Minutes"),
        ("Hours", "Hours"),
        ("Days", "Days"),
    ];

    /// <summary>The duration that is declared at a node, if it can become a TimeSpan.</summary>
    public static BareDuration? Find(
        SemanticModel model,
        SyntaxNode? node,
        CancellationToken cancellationToken
    )
    {
        (SyntaxToken Name, TypeSyntax? Type, ExpressionSyntax? Value)? declared = node switch
        {
            // The default of a parameter is a constant, which no TimeSpan is.
            ParameterSyntax { Default: null } p => (p.Identifier, p.Type, null),
            PropertyDeclarationSyntax { ExpressionBody: null } p => (
                p.Identifier,
                p.Type,
                p.Initializer?.Value
            ),
            VariableDeclaratorSyntax
            {
                Parent: VariableDeclarationSyntax { Variables.Count: 1 } f
            } v when !IsConstant(f) => (v.Identifier, f.Type, v.Initializer?.Value),
            _ => null,
        };
        if (
            declared is not { Type: { } type } found
            || model.GetDeclaredSymbol(node!, cancellationToken) is not { } symbol
        )
        {
            return null;
        }

        var (ending, unit) = Units.First(u =>
            symbol.Name.EndsWith(u.Ending, StringComparison.Ordinal)
        );
        return new BareDuration(
            symbol,
            found.Name,
            type,
            found.Value,
            symbol.Name.Substring(0, symbol.Name.Length - ending.Length),
            unit
        );
    }

    /// <summary>Everything that changes, or <see langword="null"/> if something uses the number in another file or in another way.</summary>
    public async Task<ImmutableArray<TextChange>?> ChangesAsync(
        Document document,
        SyntaxNode root,
        SemanticModel model,
        CancellationToken cancellationToken
    )
    {
        var edits = new DurationEdits(
            model.LookupNamespacesAndTypes(Type.SpanStart, name: "TimeSpan").IsEmpty
                ? "global::System.TimeSpan"
                : "TimeSpan",
            Unit,
            model.GetTypeInfo(Type, cancellationToken).Type!.ToDisplayString()
        );
        edits.Declare(Type, Name, NewName, Value);
        foreach (
            var location in await LocationsAsync(Symbol, document, cancellationToken)
                .ConfigureAwait(false)
        )
        {
            if (
                location.SourceTree != root.SyntaxTree
                || !edits.TryUse(root.FindToken(location.SourceSpan.Start), NewName)
            )
            {
                return null;
            }
        }

        if (Symbol is IParameterSymbol { ContainingSymbol: IMethodSymbol method } parameter)
        {
            foreach (
                var location in await LocationsAsync(method, document, cancellationToken)
                    .ConfigureAwait(false)
            )
            {
                if (
                    location.SourceTree != root.SyntaxTree
                    || !edits.TryCall(root.FindToken(location.SourceSpan.Start), parameter)
                )
                {
                    return null;
                }
            }
        }

        return edits.ToChanges();
    }

    private static async Task<ImmutableArray<Location>> LocationsAsync(
        ISymbol symbol,
        Document document,
        CancellationToken cancellationToken
    )
    {
        var found = await SymbolFinder
            .FindReferencesAsync(symbol, document.Project.Solution, cancellationToken)
            .ConfigureAwait(false);
        return
        [
            .. found
                .SelectMany(r => r.Locations)
                .Where(l => !l.IsImplicit)
                .Select(l => l.Location)
                .Distinct(),
        ];
    }

    private static bool IsConstant(VariableDeclarationSyntax declaration) =>
        declaration.Parent is BaseFieldDeclarationSyntax field
        && field.Modifiers.Any(SyntaxKind.ConstKeyword);
}
