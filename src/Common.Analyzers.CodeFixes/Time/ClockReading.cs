using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Common.Analyzers.CodeFixes.Time;

/// <summary>Writes the reading of a clock in scope that gives what a reading of the machine's clock gave.</summary>
internal static class ClockReading
{
    /// <summary>The expression, or <see langword="null"/> if no clock in scope can give the value.</summary>
    public static string? Find(
        SemanticModel model,
        ExpressionSyntax read,
        CancellationToken cancellationToken
    )
    {
        if (
            read is InvocationExpressionSyntax
            {
                Expression: MemberAccessExpressionSyntax { Expression: var clock } call
            } invocation
        )
        {
            return
                NameInScope(model, read, model.GetTypeInfo(clock, cancellationToken).Type) is { } c
                ? $"{c}.{call.Name}{invocation.ArgumentList}"
                : null;
        }

        var property = model.GetSymbolInfo(read, cancellationToken).Symbol;
        var what = property?.ContainingType.Name + "." + property?.Name;
        return FromTimeProvider(model, read, what) ?? FromNodaTime(model, read, what);
    }

    private static string? FromTimeProvider(SemanticModel model, ExpressionSyntax at, string what)
    {
        var reading = what switch
        {
            "DateTime.UtcNow" => ".GetUtcNow().UtcDateTime",
            "DateTime.Now" => ".GetLocalNow().LocalDateTime",
            "DateTime.Today" => ".GetLocalNow().LocalDateTime.Date",
            "DateTimeOffset.UtcNow" => ".GetUtcNow()",
            "DateTimeOffset.Now" => ".GetLocalNow()",
            _ => null,
        };
        var type = model.Compilation.GetTypeByMetadataName("System.TimeProvider");
        return reading is not null && NameInScope(model, at, type) is { } clock
            ? clock + reading
            : null;
    }

    private static string? FromNodaTime(SemanticModel model, ExpressionSyntax at, string what)
    {
        // The local zone is not a clock's business there, so that only UTC can be said.
        var reading = what switch
        {
            "DateTime.UtcNow" => ".GetCurrentInstant().ToDateTimeUtc()",
            "DateTimeOffset.UtcNow" => ".GetCurrentInstant().ToDateTimeOffset()",
            _ => null,
        };
        var type = model.Compilation.GetTypeByMetadataName("NodaTime.IClock");
        return reading is not null && NameInScope(model, at, type) is { } clock
            ? clock + reading
            : null;
    }

    /// <summary>The name of what is in scope and has a type, or <see langword="null"/>.</summary>
    internal static string? NameInScope(SemanticModel model, ExpressionSyntax at, ITypeSymbol? type)
    {
        // NodaTime's own clock is a class; what is in scope is its interface.
        type = type is { Name: "SystemClock" }
            ? type.AllInterfaces.FirstOrDefault(i => i.Name == "IClock")
            : type;
        var position = at.SpanStart;
        var enclosing = EnclosingMember(model.GetEnclosingSymbol(position));
        var function = at.Ancestors().FirstOrDefault(IsStaticFunction);
        var hasThis = enclosing is { IsStatic: false } && !at.Ancestors().Any(IsInitializer);
        var inScope = model
            .LookupSymbols(position)
            .Where(s =>
                s is IParameterSymbol or ILocalSymbol or IFieldSymbol or IPropertySymbol
                && SymbolEqualityComparer.Default.Equals(TypeOf(s), type)
                && IsReachable(s, position, enclosing, hasThis)
                && (function is null || IsWithin(s, function))
            )
            .OrderBy(s => s is IParameterSymbol ? 0 : 1)
            .ThenBy(s => s.Name, StringComparer.Ordinal);
        return inScope.FirstOrDefault()?.Name;
    }

    private static bool IsStaticFunction(SyntaxNode node) =>
        node switch
        {
            AnonymousFunctionExpressionSyntax function => function.Modifiers.Any(
                SyntaxKind.StaticKeyword
            ),
            LocalFunctionStatementSyntax function => function.Modifiers.Any(
                SyntaxKind.StaticKeyword
            ),
            _ => false,
        };

    /// <summary>Whether a node is evaluated before there is an object: an initializer of a member, or an argument of the base's constructor.</summary>
    private static bool IsInitializer(SyntaxNode node) =>
        node
            is ConstructorInitializerSyntax
                or PrimaryConstructorBaseTypeSyntax
                or EqualsValueClauseSyntax
                {
                    Parent: PropertyDeclarationSyntax
                        or VariableDeclaratorSyntax { Parent.Parent: BaseFieldDeclarationSyntax }
                };

    /// <summary>Whether a static function sees what is in scope: its own, and what is static.</summary>
    private static bool IsWithin(ISymbol symbol, SyntaxNode function) =>
        symbol.IsStatic
        || symbol.Locations.Any(l =>
            l.SourceTree == function.SyntaxTree && function.Span.Contains(l.SourceSpan)
        );

    private static bool IsReachable(
        ISymbol symbol,
        int position,
        ISymbol? enclosing,
        bool hasThis
    ) =>
        symbol switch
        {
            ILocalSymbol local => local.Locations[0].SourceSpan.End < position,
            // A parameter of a primary constructor is in scope in all members of the type.
            IParameterSymbol
            {
                ContainingSymbol: IMethodSymbol { MethodKind: MethodKind.Constructor } of
            } => enclosing is { IsStatic: false }
                || SymbolEqualityComparer.Default.Equals(of, enclosing),
            IParameterSymbol => true,
            _ => symbol.IsStatic || hasThis,
        };

    private static ISymbol? EnclosingMember(ISymbol? symbol)
    {
        while (
            symbol
                is IMethodSymbol
                {
                    MethodKind: MethodKind.AnonymousFunction or MethodKind.LocalFunction
                }
        )
        {
            symbol = symbol.ContainingSymbol;
        }

        return symbol;
    }

    private static ITypeSymbol? TypeOf(ISymbol symbol) =>
        symbol switch
        {
            IParameterSymbol p => p.Type,
            ILocalSymbol l => l.Type,
            IFieldSymbol f => f.Type,
            IPropertySymbol p => p.Type,
            _ => null,
        };
}
