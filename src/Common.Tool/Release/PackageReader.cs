using Common.Tool.Shell;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Common.Tool.Release;

/// <summary>Reads what built packages ship, from their assemblies alone.</summary>
internal static class PackageReader
{
    /// <summary>Reads all packages of a folder that have a library.</summary>
    public static IReadOnlyList<ShippedPackage> ReadAll(string folder)
    {
        var files = Directory
            .GetFiles(folder, "*.nupkg")
            .Where(f => !f.EndsWith(".symbols.nupkg", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal)
            .ToList();
        if (files.Count == 0)
        {
            throw new ToolException(
                ExitCode.SourceUnavailable,
                $"There is no *.nupkg in {folder}."
            );
        }

        var packages = files.Select(PackageFile.Open).ToList();
        var libraries = packages.Where(p => p.Assembly is not null).ToList();
        var references = libraries
            .Select(p => MetadataReference.CreateFromImage(p.Assembly!))
            .ToList<MetadataReference>();
        var compilation = CSharpCompilation.Create(
            "Reader",
            references: references.Concat(DependencyReferences.Of(packages)),
            options: new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary)
        );
        return
        [
            .. libraries.Zip(
                references,
                (p, r) =>
                    Surface.Read(
                        p.Id,
                        p.Version,
                        (IAssemblySymbol)compilation.GetAssemblyOrModuleSymbol(r)!
                    )
            ),
        ];
    }
}
