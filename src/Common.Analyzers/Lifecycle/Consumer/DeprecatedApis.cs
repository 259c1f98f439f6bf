using Microsoft.CodeAnalysis;

namespace Common.Analyzers.Lifecycle.Consumer;

/// <summary>What the referenced assemblies declare deprecated.</summary>
internal sealed class DeprecatedApis
{
    private readonly Dictionary<ISymbol, Deprecation> _symbols = new(
        SymbolEqualityComparer.Default
    );
    private readonly HashSet<string> _found = new(StringComparer.Ordinal);

    private DeprecatedApis() => Names = new NameFinder([]);

    /// <summary>Whether there is nothing deprecated.</summary>
    public bool IsEmpty => _symbols.Count == 0;

    /// <summary>Whether a constructor is.</summary>
    public bool HasConstructors { get; private set; }

    /// <summary>Whether an indexer is, or an accessor of one.</summary>
    public bool HasIndexers { get; private set; }

    /// <summary>Whether an operator or a conversion is.</summary>
    public bool HasOperators { get; private set; }

    /// <summary>Whether a conversion is that needs no cast.</summary>
    public bool HasConversions { get; private set; }

    /// <summary>Whether a method is that the compiler calls by itself.</summary>
    public bool HasCalled { get; private set; }

    /// <summary>The names of all that is; asked before anything is bound.</summary>
    public NameFinder Names { get; private set; }

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
            if (homes.Contains(assembly.Name) || MayUseAttribute(assembly, homes))
            {
                cancellationToken.ThrowIfCancellationRequested();
                result.AddNamespace(assembly.GlobalNamespace);
            }
        }

        result.Names = new NameFinder(result._found);
        return result;
    }

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

    // What does not even name the attribute need not be looked through, member by member.
    private static bool MayUseAttribute(IAssemblySymbol assembly, HashSet<string> homes)
    {
        if (!assembly.Modules.Any(m => m.ReferencedAssemblies.Any(r => homes.Contains(r.Name))))
        {
            return false;
        }

        if (assembly.GetMetadata()?.GetModules().FirstOrDefault() is not { } module)
        {
            return true; // a project of the same solution, in an editor
        }

        var reader = module.GetMetadataReader();
        return reader.TypeReferences.Any(h =>
            reader.StringComparer.Equals(reader.GetTypeReference(h).Name, Deprecation.TypeName)
        );
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
                Add(member, CalledName(member));
            }
        }
    }

    // What callers write.
    private static string CalledName(ISymbol member) =>
        member switch
        {
            IMethodSymbol { MethodKind: MethodKind.Constructor } => member.ContainingType.Name,
            IMethodSymbol { AssociatedSymbol: { } property } => property.Name,
            _ => member.Name,
        };

    private void Add(ISymbol symbol, string name)
    {
        if (Deprecation.Of(symbol) is { } deprecation)
        {
            _symbols[symbol] = deprecation;
            Note(symbol);
            _found.Add(name);
            if (name.EndsWith("Attribute", StringComparison.Ordinal))
            {
                _found.Add(name.Substring(0, name.Length - "Attribute".Length));
            }
        }
    }

    private void Note(ISymbol symbol)
    {
        switch (symbol)
        {
            case IPropertySymbol { IsIndexer: true }:
            case IMethodSymbol { AssociatedSymbol: IPropertySymbol { IsIndexer: true } }:
                HasIndexers = true;
                break;
            case IMethodSymbol { MethodKind: MethodKind.Constructor }:
                HasConstructors = true;
                break;
            case IMethodSymbol { MethodKind: MethodKind.UserDefinedOperator }:
                HasOperators = true;
                break;
            case IMethodSymbol { MethodKind: MethodKind.Conversion }:
                HasOperators = true;
                HasConversions |= symbol.Name == WellKnownMemberNames.ImplicitConversionName;
                break;
            case IMethodSymbol method when NamelessUse.IsCalled(method):
                HasCalled = true;
                break;
        }
    }
}
