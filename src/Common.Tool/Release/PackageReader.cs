using Common.Tool.Shell;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Common.Tool.Release;

/// <summary>Reads what built packages ship, from their assemblies alone.</summary>
internal static class PackageReader
{
    /// <summary>Reads all packages of a folder that have a library, or carry modules.</summary>
    /// <param name="folder">The folder.</param>
    /// <param name="root">The repository that they were built in.</param>
    public static IReadOnlyList<ShippedPackage> ReadAll(string folder, string root)
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
            references: references.Concat(
                DependencyReferences.Of(packages, PackageFolders.Of(root))
            ),
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
                    ) with
                    {
                        IsLibrary = true,
                        BuildFiles = p.BuildFiles,
                    }
            ),
            .. packages.Where(p => p.Assembly is null && p.Modules.Count > 0).Select(OfModules),
        ];
    }

    private static ShippedPackage OfModules(PackageFile package)
    {
        var items = Modules.Read(package).ToList();
        var names = items.ToDictionary(i => i.Key, Modules.ChangelogName);
        return new ShippedPackage(package.Id, package.Version, items, names);
    }
}
