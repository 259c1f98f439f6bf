using System.CommandLine;
using Common.Tool.Shell;

namespace Common.Tool.Release;

/// <summary>The options that both commands take.</summary>
internal static class ReleaseOptions
{
    private const string PackagesName = "--packages";
    private const string RootName = "--root";

    /// <summary>The folder of built packages.</summary>
    public static Option<string?> Packages() =>
        new(PackagesName)
        {
            Description =
                "The folder with the built packages (*.nupkg) of the coming release; 'artifacts' of the repository by default.",
        };

    /// <summary>The repository.</summary>
    public static Option<string> Root() =>
        new(RootName)
        {
            Description = "The repository: it has releases/, CHANGELOG.md and eng/Version.props.",
            DefaultValueFactory = _ => ".",
        };

    /// <summary>Opens the repository and reads the packages.</summary>
    public static CoverageOfRelease Open(ParseResult parse)
    {
        var root = Existing(parse.GetValue<string>(RootName)!, "repository");
        var packages = Existing(
            parse.GetValue<string?>(PackagesName) ?? Path.Combine(root, "artifacts"),
            "folder of packages"
        );
        return CoverageOfRelease.Read(new ReleaseRepository(root), packages);
    }

    private static string Existing(string path, string what) =>
        Directory.Exists(path)
            ? Path.GetFullPath(path)
            : throw new ToolException(
                ExitCode.Usage,
                $"There is no {what} at {Path.GetFullPath(path)}."
            );
}
