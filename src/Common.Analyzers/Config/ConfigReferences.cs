using Microsoft.CodeAnalysis;

namespace Common.Analyzers.Config;

/// <summary>The referenced assemblies that declare sections, or refer to some that do.</summary>
/// <param name="Assembly">The name of the compiled assembly.</param>
/// <param name="Names">The simple names, sorted.</param>
internal sealed record ConfigReferences(string Assembly, EquatableArray<string> Names)
{
    private const string RegistryAttribute = "Common.Config.ConfigSectionsAttribute";

    /// <summary>Says whether an assembly refers to another one; only one that knows an attribute can carry it.</summary>
    public static bool Knows(IAssemblySymbol assembly, IAssemblySymbol other) =>
        assembly.Modules.Any(m => m.ReferencedAssemblies.Any(r => r.Name == other.Name));

    /// <summary>Looks at the references; null where Common.Config is not among them.</summary>
    public static ConfigReferences? Of(Compilation compilation)
    {
        if (compilation.GetTypeByMetadataName(RegistryAttribute) is not { } attribute)
        {
            return null;
        }

        var config = attribute.ContainingAssembly;
        var names = compilation
            .SourceModule.ReferencedAssemblySymbols.Where(assembly =>
                (SymbolEqualityComparer.Default.Equals(assembly, config) || Knows(assembly, config))
                && assembly
                    .GetAttributes()
                    .Any(a => SymbolEqualityComparer.Default.Equals(a.AttributeClass, attribute))
            )
            .Select(assembly => assembly.Name)
            .OrderBy(name => name, StringComparer.Ordinal);
        return new ConfigReferences(
            compilation.AssemblyName ?? string.Empty,
            new EquatableArray<string>([.. names])
        );
    }
}
