using Microsoft.CodeAnalysis;

namespace Common.Analyzers.Config;

/// <summary>The referenced assemblies that declare sections, or refer to some that do.</summary>
/// <param name="Assembly">The name of the compiled assembly.</param>
/// <param name="Names">The simple names, sorted.</param>
internal sealed record ConfigReferences(string Assembly, EquatableArray<string> Names)
{
    private const string RegistryAttribute = "Common.Config.ConfigSectionsAttribute";

    /// <summary>Says whether an assembly can carry a catalogue: only one that knows the attribute can.</summary>
    public static bool MayDeclare(IAssemblySymbol assembly, Compilation compilation) =>
        compilation.GetTypeByMetadataName(ConfigTypeReader.SectionAttribute)?.ContainingAssembly
            is { } abstractions
        && assembly.Modules.Any(m => m.ReferencedAssemblies.Any(r => r.Name == abstractions.Name));

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
                (
                    SymbolEqualityComparer.Default.Equals(assembly, config)
                    || assembly.Modules.Any(m =>
                        m.ReferencedAssemblies.Any(r => r.Name == config.Name)
                    )
                )
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
