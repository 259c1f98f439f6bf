using Microsoft.CodeAnalysis;

namespace Common.Analyzers.Lifecycle.Consumer;

/// <summary>What the referenced assemblies declare deprecated.</summary>
internal sealed class DeprecatedApis
{
    private readonly Dictionary<ISymbol, Deprecation> _symbols = new(
        SymbolEqualityComparer.Default
    );
    private readonly HashSet<string> _names = new(StringComparer.Ordinal);

    private DeprecatedApis() { }

    /// <summary>Whether there is nothing deprecated.</summary>
    public bool IsEmpty => _symbols.Count == 0;

    /// <summary>Looks through those referenced assemblies that can use the attribute.</summary>
    public static DeprecatedApis In(Compilation compilation, CancellationToken cancellationToken)
    {
        var result = new DeprecatedApis();
        var homes = new HashSet<string>(
            compilation
                .GetTypesByMetadataName(Deprecation.AttributeName)
                .Select(t => t.ContainingAssembly.Name),
            StringComparer.Ordinal
        );
        if (homes.Count == 0)
        {
            return result;
        }

        foreach (var assembly in compilation.SourceModule.ReferencedAssemblySymbols)
        {
            if (
                homes.Contains(assembly.Name)
                || assembly.Modules.Any(m =>
                    m.ReferencedAssemblies.Any(r => homes.Contains(r.Name))
                )
            )
            {
                cancellationToken.ThrowIfCancellationRequested();
                result.AddNamespace(assembly.GlobalNamespace);
            }
        }

        return result;
    }

    /// <summary>Whether something deprecated has this name; asked before anything is bound.</summary>
    public bool HasName(string name) => _names.Contains(name);

    /// <summary>What is said of a symbol or of the type that it constructs.</summary>
    public (ISymbol Symbol, Deprecation Deprecation)? Find(ISymbol? symbol)
    {
        if (symbol is IMethodSymbol { ReducedFrom: { } unreduced })
        {
            symbol = unreduced;
        }

        symbol = symbol?.OriginalDefinition;
        return symbol is not null && _symbols.TryGetValue(symbol, out var deprecation)
            ? (symbol, deprecation)
            : null;
    }

    private void AddNamespace(INamespaceSymbol @namespace)
    {
        foreach (var member in @namespace.GetMembers())
        {
            if (member is INamespaceSymbol inner)
            {
                AddNamespace(inner);
            }
            else if (member is INamedTypeSymbol type)
            {
                AddType(type);
            }
        }
    }

    private void AddType(INamedTypeSymbol type)
    {
        if (
            type.DeclaredAccessibility
            is Accessibility.Private
                or Accessibility.Internal
                or Accessibility.ProtectedAndInternal
        )
        {
            return;
        }

        Add(type, type.Name);
        foreach (var member in type.GetMembers())
        {
            if (member is INamedTypeSymbol nested)
            {
                AddType(nested);
            }
            else if (member.DeclaredAccessibility is not Accessibility.Private)
            {
                Add(
                    member,
                    member is IMethodSymbol { MethodKind: MethodKind.Constructor }
                        ? type.Name
                        : member.Name
                );
            }
        }
    }

    private void Add(ISymbol symbol, string name)
    {
        if (Deprecation.Of(symbol) is { } deprecation)
        {
            _symbols[symbol] = deprecation;
            _names.Add(name);
            if (name.EndsWith("Attribute", StringComparison.Ordinal))
            {
                _names.Add(name.Substring(0, name.Length - "Attribute".Length));
            }
        }
    }
}
