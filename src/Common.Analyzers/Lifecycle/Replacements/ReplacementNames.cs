using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Common.Analyzers.Lifecycle.Replacements;

/// <summary>Finds what the first name of a replacement means at the API that it replaces.</summary>
/// <remarks>A member of its type, then a type or namespace in the namespaces around it: as in its source, apart from using directives.</remarks>
internal sealed class ReplacementNames(Compilation compilation, OldApi api)
{
    /// <summary>The name with what qualifies it anywhere, or <see langword="null"/> if it means nothing.</summary>
    public string? Qualify(SimpleNameSyntax name) => InType(name) ?? InNamespaces(name);

    /// <summary>Whether a name is the first of what it belongs to, so that it must be found.</summary>
    public static bool IsFirst(SimpleNameSyntax node) =>
        node.Parent switch
        {
            MemberAccessExpressionSyntax m => m.Expression == node,
            QualifiedNameSyntax q => q.Left == node,
            AliasQualifiedNameSyntax or NameColonSyntax or NameEqualsSyntax => false,
            MemberBindingExpressionSyntax => false,
            _ => true,
        };

    private string? InType(SimpleNameSyntax name)
    {
        if (api.Kind == OldApiKind.Type)
        {
            return null;
        }

        for (
            var outer = Find(compilation, api.Type);
            outer is not null;
            outer = outer.ContainingType
        )
        {
            for (var type = outer; type is not null; type = type.BaseType)
            {
                if (type.GetMembers(name.Identifier.ValueText).FirstOrDefault() is { } member)
                {
                    var isStatic = member.IsStatic || member is INamedTypeSymbol;
                    return isStatic
                        ? type.ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat)
                            + "."
                            + name
                        : "this." + name;
                }
            }
        }

        return null;
    }

    // A line of the record has a dot where metadata has a plus sign before a nested type.
    private static INamedTypeSymbol? Find(Compilation compilation, string name)
    {
        while (true)
        {
            if (compilation.GetTypeByMetadataName(name) is { } type)
            {
                return type;
            }

            var dot = name.LastIndexOf('.');
            if (dot < 0)
            {
                return null;
            }

            name = name.Substring(0, dot) + "+" + name.Substring(dot + 1);
        }
    }

    private string? InNamespaces(SimpleNameSyntax name)
    {
        var arity = name is GenericNameSyntax g
            ? "`"
                + g.TypeArgumentList.Arguments.Count.ToString(
                    System.Globalization.CultureInfo.InvariantCulture
                )
            : "";
        for (var around = api.Namespace; ; around = Outer(around))
        {
            var prefix = around.Length == 0 ? "" : around + ".";
            var full = prefix + name.Identifier.ValueText;
            if (
                !compilation.GetTypesByMetadataName(full + arity).IsEmpty
                || (arity.Length == 0 && HasNamespace(full))
            )
            {
                return "global::" + prefix + name;
            }

            if (around.Length == 0)
            {
                return null;
            }
        }
    }

    private bool HasNamespace(string full)
    {
        INamespaceSymbol? at = compilation.GlobalNamespace;
        foreach (var part in full.Split('.'))
        {
            at = at?.GetNamespaceMembers().FirstOrDefault(n => n.Name == part);
        }

        return at is not null;
    }

    private static string Outer(string name) =>
        name.LastIndexOf('.') is > 0 and var dot ? name.Substring(0, dot) : "";
}
