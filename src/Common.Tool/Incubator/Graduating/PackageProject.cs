using System.Security;
using System.Text;
using Common.Tool.Incubator.Files;
using Common.Tool.Incubator.Source;

namespace Common.Tool.Incubator.Graduating;

/// <summary>Writes the project files of a package that was a module.</summary>
internal static class PackageProject
{
    /// <summary>Writes the package's project: what the module needs is referenced in the library where it lies there, as a package otherwise.</summary>
    /// <param name="library">The library.</param>
    /// <param name="manifest">The module.</param>
    /// <param name="needed">The packages that the modules have become which it needs.</param>
    public static string Source(
        ProjectFolder library,
        ModuleManifest manifest,
        IEnumerable<string> needed
    )
    {
        var items = manifest
            .Frameworks.Select(name => $"<FrameworkReference Include=\"{name}\" />")
            .Concat(
                manifest
                    .Packages.Concat(needed)
                    .Distinct(StringComparer.Ordinal)
                    .Select(name => Reference(library, name))
            );
        return Write(
            $"<Description>{SecurityElement.Escape(manifest.Purpose)}</Description>",
            items
        );
    }

    /// <summary>Writes the project of its tests.</summary>
    /// <param name="package">The package.</param>
    public static string Tests(string package) =>
        Write("", [$"<ProjectReference Include=\"../../src/{package}/{package}.csproj\" />"]);

    private static string Reference(ProjectFolder library, string package) =>
        library.Has($"src/{package}/{package}.csproj")
            ? $"<ProjectReference Include=\"../{package}/{package}.csproj\" />"
            : $"<PackageReference Include=\"{package}\" />";

    private static string Write(string property, IEnumerable<string> items)
    {
        var text = new StringBuilder("<Project Sdk=\"Microsoft.NET.Sdk\">\n");
        if (property.Length > 0)
        {
            text.Append($"  <PropertyGroup>\n    {property}\n  </PropertyGroup>\n");
        }

        var lines = items.Order(StringComparer.Ordinal).ToList();
        if (lines.Count > 0)
        {
            text.Append("  <ItemGroup>\n");
            lines.ForEach(line => text.Append($"    {line}\n"));
            text.Append("  </ItemGroup>\n");
        }

        return text.Append("</Project>\n").ToString();
    }
}
