using Common.Analyzers.Lifecycle.Replacements;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Common.Analyzers.Lifecycle.Consumer;

/// <summary>Says whether something removed was in scope where a name stands.</summary>
internal sealed class RemovedScope(
    RemovedApis removed,
    SemanticModel model,
    CancellationToken cancellationToken
)
{
    private const string Global = "global::";

    /// <summary>Whether a name can have meant a type.</summary>
    public bool HasType(OldApi api, SimpleNameSyntax name)
    {
        var arity = (name as GenericNameSyntax)?.TypeArgumentList.Arguments.Count ?? 0;
        if (arity != api.TypeParameters.Length || IsMemberOnly(name))
        {
            return false;
        }

        return Qualifier(name) is { } left
            ? Names(left, api.Namespace)
            : IsInScope(api.Namespace, name);
    }

    /// <summary>Whether a name can have meant an extension method.</summary>
    public bool HasExtension(OldApi api, SimpleNameSyntax name)
    {
        if (Receiver(name) is not { } receiver)
        {
            return IsInStaticUsing(api.Type, name);
        }

        if (model.GetSymbolInfo(receiver, cancellationToken).Symbol is ITypeSymbol type)
        {
            return FullName(type) == api.Type;
        }

        return model.GetTypeInfo(receiver, cancellationToken).Type
                is { TypeKind: not TypeKind.Error } value
            && api.Parameters.FirstOrDefault() is { } first
            && RemovedCall.Converts(model, value, first, name.SpanStart)
            && IsInScope(api.Namespace, name);
    }

    /// <summary>Whether a name can have meant another member.</summary>
    public bool HasMember(OldApi api, SimpleNameSyntax name)
    {
        if (ReceiverType(name) is { } type)
        {
            return Is(type, api.Type);
        }

        if (
            Receiver(name) is not null
            || Qualifier(name) is not null
            || name.Parent is NameColonSyntax or NameEqualsSyntax
            || SyntaxFacts.IsInTypeOnlyContext(name)
        )
        {
            return false;
        }

        // Without a receiver it is a member of a type around it, or of one whose members are imported.
        for (
            var around = model.GetEnclosingSymbol(name.SpanStart, cancellationToken);
            around is not null and not INamespaceSymbol;
            around = around.ContainingSymbol
        )
        {
            if (around is INamedTypeSymbol enclosing && Is(enclosing, api.Type))
            {
                return true;
            }
        }

        return api.IsStatic && IsInStaticUsing(api.Type, name);
    }

    /// <summary>Whether a type is one of a name, derives from it or implements it.</summary>
    public static bool Is(ITypeSymbol type, string fullName)
    {
        for (var t = type; t is not null; t = t.BaseType)
        {
            if (FullName(t) == fullName)
            {
                return true;
            }
        }

        return type.AllInterfaces.Any(i => FullName(i) == fullName);
    }

    /// <summary>The name of a type as the record has it.</summary>
    public static string FullName(ITypeSymbol type) =>
        type.ContainingType is { } outer ? FullName(outer) + "." + type.MetadataName
        : type.ContainingNamespace is { IsGlobalNamespace: false } n
            ? n.ToDisplayString() + "." + type.MetadataName
        : type.MetadataName;

    /// <summary>The namespace that the replacement of a type is in, if that is known.</summary>
    public static string? NamespaceOf(OldApi api, Compilation compilation)
    {
        var written = SyntaxFactory.ParseTypeName(api.Replacement);
        var first = written
            .DescendantNodesAndSelf()
            .OfType<SimpleNameSyntax>()
            .FirstOrDefault(ReplacementNames.IsFirst);
        if (
            first is null
            || new ReplacementNames(compilation, api).Qualify(first) is not { } qualified
        )
        {
            return null;
        }

        var whole = qualified + written.ToString().Substring(first.Span.End);
        var (path, _) = ApiLineText.Generic(whole.Replace(Global, ""));
        return path.LastIndexOf('.') is > 0 and var dot ? path.Substring(0, dot) : null;
    }

    // `x.Old`, `N.Old`, `N.Old` in a cref: what stands before the name.
    private static ExpressionSyntax? Qualifier(SimpleNameSyntax name) =>
        name.Parent switch
        {
            QualifiedNameSyntax q when q.Right == name => q.Left,
            AliasQualifiedNameSyntax a when a.Name == name => a.Alias,
            MemberAccessExpressionSyntax m when m.Name == name => m.Expression,
            NameMemberCrefSyntax { Parent: QualifiedCrefSyntax q } c when q.Member == c =>
                q.Container,
            _ => null,
        };

    private bool Names(SyntaxNode qualifier, string container)
    {
        var text = qualifier.ToString();
        text = text == "global" ? "" : text.Replace(Global, "");
        return text == container
            || model.GetSymbolInfo(qualifier, cancellationToken).Symbol switch
            {
                INamespaceSymbol n => n.ToDisplayString() == container,
                ITypeSymbol type => FullName(type) == container,
                _ => false,
            };
    }

    private bool IsInScope(string container, SimpleNameSyntax name)
    {
        if (container.Length == 0)
        {
            return true;
        }

        for (
            var around = model.GetEnclosingSymbol(name.SpanStart, cancellationToken);
            around is not null;
            around = around.ContainingSymbol
        )
        {
            if (
                around switch
                {
                    INamespaceSymbol n => n.ToDisplayString(),
                    INamedTypeSymbol type => FullName(type),
                    _ => null,
                } == container
            )
            {
                return true;
            }
        }

        // A namespace that has gone as a whole is imported by directives that do not bind.
        return model
                .GetImportScopes(name.SpanStart, cancellationToken)
                .Any(s => s.Imports.Any(i => i.NamespaceOrType.ToDisplayString() == container))
            || Directives(name).Any(u => u.Alias is null && WrittenName(u) == container)
            || removed.GlobalUsings.Contains(container)
            || IsAround(container, name);
    }

    private bool IsInStaticUsing(string type, SimpleNameSyntax name) =>
        Directives(name)
            .Where(u => u.StaticKeyword.RawKind != 0)
            .Any(u =>
                model.GetSymbolInfo(u.Name!, cancellationToken).Symbol is ITypeSymbol imported
                && FullName(imported) == type
            )
        || model
            .GetImportScopes(name.SpanStart, cancellationToken)
            .Any(s =>
                s.Imports.Any(i => i.NamespaceOrType is ITypeSymbol t && FullName(t) == type)
            );

    private static IEnumerable<UsingDirectiveSyntax> Directives(SyntaxNode node)
    {
        // The nodes of a comment lie in the token that it stands before.
        for (
            var n = node;
            n is not null;
            n = n.Parent ?? (n as StructuredTriviaSyntax)?.ParentTrivia.Token.Parent
        )
        {
            var usings = n switch
            {
                CompilationUnitSyntax unit => unit.Usings,
                BaseNamespaceDeclarationSyntax space => space.Usings,
                _ => default,
            };
            foreach (var directive in usings)
            {
                yield return directive;
            }
        }
    }

    private static bool IsAround(string container, SyntaxNode node) =>
        node.AncestorsAndSelf(ascendOutOfTrivia: true)
            .OfType<BaseNamespaceDeclarationSyntax>()
            .Any(n => (n.Name + ".").StartsWith(container + ".", StringComparison.Ordinal));

    private static string WrittenName(UsingDirectiveSyntax directive) =>
        directive.Name?.ToString().Replace(Global, "") ?? "";

    private static ExpressionSyntax? Receiver(SimpleNameSyntax name) =>
        name.Parent switch
        {
            MemberAccessExpressionSyntax m when m.Name == name => m.Expression,
            MemberBindingExpressionSyntax b =>
                b.FirstAncestorOrSelf<ConditionalAccessExpressionSyntax>(a =>
                    a.WhenNotNull.Span.Contains(b.Span)
                )?.Expression,
            _ => null,
        };

    private ITypeSymbol? ReceiverType(SimpleNameSyntax name)
    {
        if (Receiver(name) is { } receiver)
        {
            return Known(
                model.GetSymbolInfo(receiver, cancellationToken).Symbol as ITypeSymbol
                    ?? model.GetTypeInfo(receiver, cancellationToken).Type
            );
        }

        return name.Parent switch
        {
            NameMemberCrefSyntax { Parent: QualifiedCrefSyntax q } => Known(
                model.GetSymbolInfo(q.Container, cancellationToken).Symbol as ITypeSymbol
            ),
            NameEqualsSyntax { Parent: AttributeArgumentSyntax argument } => Known(
                model.GetTypeInfo(argument.Parent!.Parent!, cancellationToken).Type
            ),
            AssignmentExpressionSyntax { Parent: InitializerExpressionSyntax list } assignment
                when assignment.Left == name => Known(
                model.GetTypeInfo(list.Parent!, cancellationToken).Type
            ),
            NameColonSyntax { Parent: SubpatternSyntax { Parent.Parent: PatternSyntax pattern } } =>
                Known(model.GetTypeInfo(pattern, cancellationToken).ConvertedType),
            _ => null,
        };
    }

    private static ITypeSymbol? Known(ITypeSymbol? type) =>
        type is null or IErrorTypeSymbol ? null : type;

    private static bool IsMemberOnly(SimpleNameSyntax name) =>
        name.Parent
            is NameColonSyntax
                or NameEqualsSyntax
                or MemberBindingExpressionSyntax
                or InvocationExpressionSyntax
        || (
            name.Parent
                is AssignmentExpressionSyntax { Parent: InitializerExpressionSyntax } assignment
            && assignment.Left == name
        )
        || (
            name.Parent is MemberAccessExpressionSyntax m
            && m.Name == name
            && m.Parent is InvocationExpressionSyntax call
            && call.Expression == m
        );
}
