using Common.Tool.Incubator.Files;
using Common.Tool.Incubator.Source;
using Common.Tool.Shell;

namespace Common.Tool.Incubator.Graduating;

/// <summary>Says which files of a library the tool writes when a module becomes a package there.</summary>
internal static class LibraryPath
{
    /// <summary>The library's list of changes.</summary>
    public const string Changelog = "CHANGELOG.md";

    /// <summary>Checks a path that is to be written: the package's folder in <c>src</c> and <c>tests</c>, the module's manifest, the changelog.</summary>
    /// <param name="path">The path in the library.</param>
    /// <param name="where">Who names it, for the message.</param>
    public static void Check(string path, string where)
    {
        SafePath.Check(path, where);
        var parts = path.Split('/');
        var isAllowed = parts switch
        {
            [Changelog] => true,
            [.., var module, "module.json"] => ModuleManifest.IsName(module),
            ["src" or "tests", var project, .. var rest] => rest is [.., var file]
                && (
                    file.EndsWith(".cs", StringComparison.Ordinal)
                    || rest is ["README.md"]
                    || (rest.Length == 1 && file == $"{project}.csproj")
                ),
            _ => false,
        };
        if (!isAllowed)
        {
            throw new ToolException(
                ExitCode.Refused,
                $"{where} names '{path}', which is refused: it is no file of a package."
            );
        }
    }
}
