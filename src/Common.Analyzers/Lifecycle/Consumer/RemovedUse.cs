using Common.Analyzers.Lifecycle.Replacements;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Common.Analyzers.Lifecycle.Consumer;

/// <summary>Tells whether a name that does not bind stood for a removed API.</summary>
internal static class RemovedUse
{
    /// <summary>Whether it can only have meant this one: its type, or its namespace, is in scope there.</summary>
    public static bool Fits(
        OldApi api,
        SimpleNameSyntax name,
        SemanticModel model,
        CancellationToken cancellationToken
    )
    {
        if (api.Kind == OldApiKind.Type)
        {
            return IsInScope(api.Namespace, name, model, cancellationToken);
        }

        var receiver = name.Parent switch
        {
            MemberAccessExpressionSyntax m when m.Name == name => m.Expression,
            MemberBindingExpressionSyntax b =>
                b.FirstAncestorOrSelf<ConditionalAccessExpressionSyntax>(a =>
                    a.WhenNotNull.Span.Contains(b.Span)
                )?.Expression,
            _ => null,
        };
        if (receiver is null)
        {
            return false;
        }

        if (api.Kind == OldApiKind.ExtensionMethod)
        {
            return IsInScope(api.Namespace, name, model, cancellationToken);
        }

        var type =
            model.GetSymbolInfo(receiver, cancellationToken).Symbol as ITypeSymbol
            ?? model.GetTypeInfo(receiver, cancellationToken).Type;
        for (; type is not null; type = type.BaseType)
        {
            if (FullName(type) == api.Type || type.AllInterfaces.Any(i => FullName(i) == api.Type))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsInScope(
        string @namespace,
        SimpleNameSyntax name,
        SemanticModel model,
        CancellationToken cancellationToken
    )
    {
        if (name.Parent is QualifiedNameSyntax { Left: var left } q && q.Right == name)
        {
            return left.ToString().Replace("global::", "") == @namespace;
        }

        if (
            name.Parent is MemberAccessExpressionSyntax m
            && m.Name == name
            && model.GetSymbolInfo(m.Expression, cancellationToken).Symbol is INamespaceSymbol n
        )
        {
            return n.ToDisplayString() == @namespace;
        }

        return model
                .GetImportScopes(name.SpanStart, cancellationToken)
                .Any(s => s.Imports.Any(i => i.NamespaceOrType.ToDisplayString() == @namespace))
            || Around(model.GetEnclosingSymbol(name.SpanStart, cancellationToken))
                .Contains(@namespace);
    }

    private static IEnumerable<string> Around(ISymbol? symbol)
    {
        for (
            var n = symbol?.ContainingNamespace;
            n is { IsGlobalNamespace: false };
            n = n.ContainingNamespace
        )
        {
            yield return n.ToDisplayString();
        }

        yield return "";
    }

    private static string FullName(ITypeSymbol type)
    {
        var space = type.ContainingNamespace is { IsGlobalNamespace: false } n
            ? n.ToDisplayString() + "."
            : "";
        return space + type.MetadataName;
    }
}
