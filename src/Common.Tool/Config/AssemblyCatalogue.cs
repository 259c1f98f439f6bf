using Common.Config.Catalogue;
using Common.Tool.Events;
using Common.Tool.Shell;

namespace Common.Tool.Config;

/// <summary>Reads the declared options of a compiled service from its assemblies, without loading or running them.</summary>
internal static class AssemblyCatalogue
{
    /// <summary>Reads the catalogue of an assembly and of all assemblies beside it.</summary>
    /// <exception cref="ToolException">The file is not there.</exception>
    public static ConfigCatalogue Read(string path)
    {
        var file = Path.GetFullPath(path);
        if (!File.Exists(file))
        {
            throw new ToolException(ExitCode.SourceUnavailable, $"{file} is not there.");
        }

        var files = Directory
            .GetFiles(Path.GetDirectoryName(file)!, "*.dll")
            .Append(file)
            .Distinct(StringComparer.Ordinal)
            .Order(StringComparer.Ordinal);
        return ConfigCatalogue.Parse(
            files.SelectMany(assembly => CatalogueMetadata.Read(assembly, "config"))
        );
    }
}
