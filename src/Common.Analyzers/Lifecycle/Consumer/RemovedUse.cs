using System.Collections.Immutable;
using Common.Analyzers.Lifecycle.Replacements;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Common.Analyzers.Lifecycle.Consumer;

/// <summary>Says what a place that means nothing any more stood for. Where that can't be told for certain, it says nothing.</summary>
internal sealed class RemovedUse(
    RemovedApis removed,
    SemanticModel model,
    CancellationToken cancellationToken
)
{
    private readonly RemovedScope _scope = new(removed, model, cancellationToken);
    private readonly RemovedCall _call = new(model, cancellationToken);

    /// <summary>Whether a node that has no name is worth a look; asked before anything is bound.</summary>
    public static bool IsCandidate(SyntaxNode node, RemovedApis removed) =>
        node switch
        {
            ImplicitObjectCreationExpressionSyntax or ConstructorInitializerSyntax =>
                removed.HasConstructors,
            ElementAccessExpressionSyntax => removed.HasIndexers,
            BinaryExpressionSyntax
            or PrefixUnaryExpressionSyntax
            or PostfixUnaryExpressionSyntax
            or AssignmentExpressionSyntax
            or CastExpressionSyntax => removed.HasOperators,
            _ => false,
        };

    /// <summary>Whether there can be any.</summary>
    public static bool HasCandidates(RemovedApis removed) =>
        removed.HasConstructors || removed.HasIndexers || removed.HasOperators;

    /// <summary>What a node stood for.</summary>
    public RemovedFinding? At(SyntaxNode node) =>
        node switch
        {
            SimpleNameSyntax name => AtName(name),
            ImplicitObjectCreationExpressionSyntax creation => AtCreation(
                creation,
                creation.NewKeyword.GetLocation()
            ),
            ConstructorInitializerSyntax initializer => AtInitializer(initializer),
            ElementAccessExpressionSyntax access => AtIndexer(access),
            MemberDeclarationSyntax member => AtOverride(member),
            _ => AtOperator(node),
        };

    private RemovedFinding? AtName(SimpleNameSyntax name)
    {
        var info = model.GetSymbolInfo(name, cancellationToken);
        if (info.Symbol is not null)
        {
            return
                info.Symbol is INamedTypeSymbol
                && DeprecatedUse.WholeName(name)
                    is { Parent: ObjectCreationExpressionSyntax creation } whole
                && creation.Type == whole
                ? AtCreation(creation, name.GetLocation())
                : null;
        }

        if (name.FirstAncestorOrSelf<UsingDirectiveSyntax>() is { } @using)
        {
            if (@using.Name?.Span.End == name.Span.End && Moved(@using) is { } moved)
            {
                return moved;
            }
        }

        // What has this name still, with other parameters, may be called wrongly by mistake.
        var isOverloaded = !info.CandidateSymbols.IsEmpty;
        return Named(name)
            .Where(e => Fits(e.Api.Old, name))
            .Where(e => _call.Fits(e.Api.Old, name, isOverloaded))
            .FirstOrDefault()
            ?.At(name.GetLocation());
    }

    private IEnumerable<RemovedEntry> Named(SimpleNameSyntax name)
    {
        var text = name.Identifier.ValueText;
        var isAttribute = DeprecatedUse.WholeName(name).Parent is AttributeSyntax;
        return isAttribute
            ? removed.Named(text).Concat(removed.Named(text + "Attribute"))
            : removed.Named(text);
    }

    private bool Fits(OldApi api, SimpleNameSyntax name) =>
        api.Kind switch
        {
            OldApiKind.Type => _scope.HasType(api, name),
            OldApiKind.ExtensionMethod => _scope.HasExtension(api, name),
            OldApiKind.Method or OldApiKind.Value => _scope.HasMember(api, name),
            _ => false,
        };

    private RemovedFinding? AtCreation(BaseObjectCreationExpressionSyntax creation, Location place)
    {
        if (model.GetSymbolInfo(creation, cancellationToken).Symbol is not null)
        {
            return null;
        }

        var type = creation is ObjectCreationExpressionSyntax { Type: var written }
            ? model.GetSymbolInfo(written, cancellationToken).Symbol as ITypeSymbol
            : model.GetTypeInfo(creation, cancellationToken).Type;
        return Constructor(type, creation.ArgumentList?.Arguments ?? default, place);
    }

    private RemovedFinding? AtInitializer(ConstructorInitializerSyntax initializer)
    {
        var type = model
            .GetEnclosingSymbol(initializer.SpanStart, cancellationToken)
            ?.ContainingType;
        return
            initializer.IsKind(SyntaxKind.BaseConstructorInitializer)
            && model.GetSymbolInfo(initializer, cancellationToken).Symbol is null
            ? Constructor(
                type?.BaseType,
                initializer.ArgumentList.Arguments,
                initializer.ThisOrBaseKeyword.GetLocation()
            )
            : null;
    }

    private RemovedFinding? Constructor(
        ITypeSymbol? type,
        SeparatedSyntaxList<ArgumentSyntax> arguments,
        Location place
    ) =>
        type is null or IErrorTypeSymbol
            ? null
            : removed
                .Named(type.Name)
                .FirstOrDefault(e =>
                    e.Api.Old.Kind == OldApiKind.Constructor
                    && e.Api.Old.Type == RemovedScope.FullName(type)
                    && _call.Takes(e.Api.Old.Parameters, arguments)
                )
                ?.At(place);

    // `override` of what the base type does not have any more, and the same of an interface.
    private RemovedFinding? AtOverride(MemberDeclarationSyntax member)
    {
        if (
            Overrides.NameOf(member) is not { } name
            || model.GetDeclaredSymbol(member, cancellationToken) is not { } declared
            || Overrides.Of(declared).Any()
            || Overrides.Home(member, declared, model) is not { TypeKind: not TypeKind.Error } home
        )
        {
            return null;
        }

        var method = declared as IMethodSymbol;
        return removed
            .Named(name.ValueText)
            .FirstOrDefault(e =>
                e.Api.Old.Kind == (method is null ? OldApiKind.Value : OldApiKind.Method)
                && e.Api.Old.Parameters.Length == (method?.Parameters.Length ?? 0)
                && RemovedScope.Is(home, e.Api.Old.Type)
            )
            ?.At(name.GetLocation());
    }

    private RemovedFinding? AtIndexer(ElementAccessExpressionSyntax access) =>
        model.GetSymbolInfo(access, cancellationToken).Symbol is null
        && model.GetTypeInfo(access.Expression, cancellationToken).Type
            is { TypeKind: not TypeKind.Error } type
            ? removed
                .Named(RemovedApi.Indexer)
                .FirstOrDefault(e =>
                    RemovedScope.Is(type, e.Api.Old.Type)
                    && _call.Takes(e.Api.Old.Parameters, access.ArgumentList.Arguments)
                )
                ?.At(access.ArgumentList.GetLocation())
            : null;

    private RemovedFinding? AtOperator(SyntaxNode node)
    {
        (SyntaxToken Token, ImmutableArray<ExpressionSyntax> Operands)? found = node switch
        {
            BinaryExpressionSyntax b => (b.OperatorToken, [b.Left, b.Right]),
            AssignmentExpressionSyntax a when !a.IsKind(SyntaxKind.SimpleAssignmentExpression) => (
                a.OperatorToken,
                [a.Left, a.Right]
            ),
            PrefixUnaryExpressionSyntax p => (p.OperatorToken, [p.Operand]),
            PostfixUnaryExpressionSyntax p => (p.OperatorToken, [p.Operand]),
            CastExpressionSyntax c => (c.OpenParenToken, [c.Expression]),
            _ => null,
        };
        if (found is not var (token, operands))
        {
            return null;
        }

        var name =
            node is CastExpressionSyntax ? RemovedApi.Conversion
            : node is AssignmentExpressionSyntax
                ? RemovedApi.Operator + token.ValueText.TrimEnd('=')
            : RemovedApi.Operator + token.ValueText;
        return
            removed.Named(name).Any()
            && model.GetSymbolInfo(node, cancellationToken).Symbol is null
            && IsError(node)
            ? removed
                .Named(name)
                .FirstOrDefault(e => _call.Takes(e.Api.Old.Parameters, operands))
                ?.At(token.GetLocation())
            : null;
    }

    // Conversions and operators that are built in have no symbol, and are no error.
    private bool IsError(SyntaxNode node) =>
        node is CastExpressionSyntax cast
            ? model.GetTypeInfo(cast.Type, cancellationToken).Type is { } target
                && !model
                    .ClassifyConversion(cast.Expression, target, isExplicitInSource: true)
                    .Exists
            : model.GetTypeInfo(node, cancellationToken).Type is null or IErrorTypeSymbol;

    private RemovedFinding? Moved(UsingDirectiveSyntax directive)
    {
        if (
            directive.StaticKeyword.RawKind != 0
            || directive.Alias is not null
            || directive.Name?.ToString().Replace("global::", "") is not { } name
            || removed.In(name).FirstOrDefault() is not { } first
        )
        {
            return null;
        }

        var now = removed
            .In(name)
            .Select(e => RemovedScope.NamespaceOf(e.Api.Old, model.Compilation))
            .Where(n => n is { Length: > 0 } && n != name)
            .Select(n => n!)
            .Distinct(StringComparer.Ordinal)
            .OrderBy(n => n, StringComparer.Ordinal)
            .ToImmutableArray();
        return now.IsEmpty
            ? null
            : first.At(directive.Name.GetLocation()) with
            {
                Name = name,
                Namespaces = now,
            };
    }
}
