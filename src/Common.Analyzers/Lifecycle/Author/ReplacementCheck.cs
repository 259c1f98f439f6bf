using System.Globalization;
using Common.Analyzers.Lifecycle.PublicApi;
using Common.Analyzers.Lifecycle.Replacements;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Common.Analyzers.Lifecycle.Author;

/// <summary>Says why a replacement could not be written in the place of what it replaces.</summary>
internal static class ReplacementCheck
{
    // A value that nothing is done with: the replacement of a property.
    private const string NoStatement = "CS0201";

    /// <summary>What is wrong, or <see langword="null"/> if nothing is.</summary>
    public static string? Why(
        SyntaxNodeAnalysisContext context,
        ISymbol symbol,
        Deprecation deprecation
    )
    {
        if (deprecation.Replacement is not { } text)
        {
            return string.IsNullOrWhiteSpace(deprecation.Reason)
                ? "name a replacement, or say in Reason why there is none"
                : null;
        }

        ExpressionSyntax parsed =
            symbol is INamedTypeSymbol
                ? SyntaxFactory.ParseTypeName(text, consumeFullText: true)
                : SyntaxFactory.ParseExpression(text, consumeFullText: true);
        if (parsed.ContainsDiagnostics)
        {
            return $"the replacement '{text}' is not a C# expression";
        }

        var api = OldApi.Of(symbol, text);
        var names = new ReplacementNames(context.Compilation, api);
        var unknown = parsed
            .DescendantNodesAndSelf()
            .OfType<SimpleNameSyntax>()
            .Where(ReplacementNames.IsFirst)
            .FirstOrDefault(n =>
                api.Parameters.All(p => p.Name != n.Identifier.ValueText)
                && !api.TypeParameters.Contains(n.Identifier.ValueText)
                && n.Identifier.ValueText is not ("nameof" or "_")
                && names.Qualify(n) is null
            );
        if (unknown is not null)
        {
            return $"the replacement '{text}' names '{unknown}', which is neither a parameter, nor a member of the type, nor in its namespaces";
        }

        if (
            context.Node.FirstAncestorOrSelf<MemberDeclarationSyntax>() is { } declaration
            && symbol is not INamedTypeSymbol
            && ReplacementProbe.Create(
                context.Compilation,
                declaration,
                symbol,
                text,
                context.CancellationToken
            )
                is { } probe
        )
        {
            return WhyNotBound(probe, text, context.CancellationToken);
        }

        return BindAlone(context, symbol, parsed) is { } bound ? WhyNot(bound, symbol, text) : null;
    }

    private static string? WhyNotBound(
        ReplacementProbe probe,
        string text,
        CancellationToken cancellationToken
    )
    {
        var model = probe.Model;
        var info = model.GetSymbolInfo(Target(probe.Expression), cancellationToken);
        var bound =
            info.Symbol ?? (info.CandidateSymbols.Length == 1 ? info.CandidateSymbols[0] : null);
        if (bound is not null && WhyNot(bound, probe.Old, text) is { } why)
        {
            return why;
        }

        // An event can be named nowhere but beside `+=`.
        if (probe.Old is IEventSymbol)
        {
            return bound is IEventSymbol ? null : $"the replacement '{text}' is no event";
        }

        var error = model
            .GetDiagnostics(probe.Expression.Span, cancellationToken)
            .FirstOrDefault(d => d.Severity == DiagnosticSeverity.Error && d.Id != NoStatement);
        if (error is not null)
        {
            return $"the replacement '{text}' does not compile there: {error.GetMessage(CultureInfo.InvariantCulture)}";
        }

        if (
            probe
                .Expression.DescendantNodes()
                .OfType<SimpleNameSyntax>()
                .Select(n => model.GetSymbolInfo(n, cancellationToken).Symbol)
                .Any(s => s is not null && !CanBeNamed(s, probe.Old))
        )
        {
            return $"the replacement '{text}' can't be called from where the old API can";
        }

        return
            probe.Wanted is not { } wanted
            || model.ClassifyConversion(probe.Expression, wanted).IsImplicit
            ? null
            : $"the replacement '{text}' gives '{Given(probe, cancellationToken)}', and the old API '{wanted.ToMinimalDisplayString(model, probe.Expression.SpanStart)}'";
    }

    private static string Given(ReplacementProbe probe, CancellationToken cancellationToken) =>
        probe
            .Model.GetTypeInfo(probe.Expression, cancellationToken)
            .Type?.ToMinimalDisplayString(probe.Model, probe.Expression.SpanStart)
        ?? "nothing";

    private static string? WhyNot(ISymbol bound, ISymbol symbol, string text)
    {
        if (
            SymbolEqualityComparer.Default.Equals(
                bound.OriginalDefinition,
                symbol.OriginalDefinition
            )
        )
        {
            return $"the replacement '{text}' is the deprecated API itself";
        }

        if (
            Deprecation.Of(bound) is not null
            || (bound.ContainingType is { } type && Deprecation.Of(type) is not null)
        )
        {
            return $"the replacement '{text}' is deprecated too";
        }

        return CanBeNamed(bound, symbol)
            ? null
            : $"the replacement '{text}' can't be called from where the old API can";
    }

    // Who can call the old API must be able to name all that the new one is made of.
    private static bool CanBeNamed(ISymbol symbol, ISymbol old)
    {
        if (
            symbol
            is not (
                INamedTypeSymbol
                or IMethodSymbol
                or IPropertySymbol
                or IFieldSymbol
                or IEventSymbol
            )
        )
        {
            return true;
        }

        var surface = new PublicSurface();
        return !surface.Has(old)
            || (surface.Has(symbol) && (!IsProtected(symbol) || IsProtected(old)));
    }

    private static bool IsProtected(ISymbol symbol) =>
        symbol.DeclaredAccessibility
            is Accessibility.Protected
                or Accessibility.ProtectedOrInternal;

    private static ExpressionSyntax Target(ExpressionSyntax expression) =>
        expression is AwaitExpressionSyntax { Expression: var awaited } ? awaited : expression;

    // Where no method can stand beside it: a type, a member of an enum.
    private static ISymbol? BindAlone(
        SyntaxNodeAnalysisContext context,
        ISymbol symbol,
        ExpressionSyntax parsed
    )
    {
        SyntaxNode declaration =
            context.Node.FirstAncestorOrSelf<MemberDeclarationSyntax>() ?? context.Node;
        var option =
            symbol is INamedTypeSymbol
                ? SpeculativeBindingOption.BindAsTypeOrNamespace
                : SpeculativeBindingOption.BindAsExpression;
        return context
            .SemanticModel.GetSpeculativeSymbolInfo(declaration.Span.End - 1, parsed, option)
            .Symbol;
    }
}
