using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace Common.Conventions.Tests;

/// <summary>The build as a whole.</summary>
public sealed partial class SolutionTests
{
    [Fact]
    public void Each_project_is_in_the_solution()
    {
        var solution = Repository.Read("Common.sln").Replace('\\', '/');
        Expect.None(
            Repository
                .FilesOf("", ".csproj")
                .Where(IsBuilt)
                .Where(p => !solution.Contains($"\"{p}\"", StringComparison.Ordinal)),
            "Add it: dotnet sln add <project>"
        );
    }

    [Fact]
    public void Each_package_version_is_exact()
    {
        Expect.None(
            XDocument
                .Parse(Repository.Read("Directory.Packages.props"))
                .Descendants("PackageVersion")
                .Where(e => !ExactVersion().IsMatch((string?)e.Attribute("Version") ?? ""))
                .Select(e => $"{e.Attribute("Include")} {e.Attribute("Version")}"),
            "A build of today must be the build of tomorrow; give one version:"
        );
    }

    [Fact]
    public void No_project_chooses_a_version_of_its_own()
    {
        Expect.None(
            from project in Repository.FilesOf("", ".csproj").Where(IsBuilt)
            from reference in XDocument
                .Parse(Repository.Read(project))
                .Descendants("PackageReference")
            where
                reference.Attribute("Version") is not null
                || reference.Attribute("VersionOverride") is not null
            select $"{project}: {reference.Attribute("Include")?.Value}",
            "Versions stand in Directory.Packages.props:"
        );
    }

    [Fact]
    public void Each_test_project_mirrors_a_project()
    {
        string[] ofTheWhole =
        [
            "Common.Conventions.Tests",
            "Common.Packages.Tests",
            "Samples.Tests",
            "Services.Tests",
        ];
        Expect.None(
            Repository
                .FilesOf("tests/", ".csproj")
                .Select(f => Path.GetFileNameWithoutExtension(f))
                .Except(ofTheWhole)
                .Where(t => t.EndsWith(".Tests", StringComparison.Ordinal))
                .Where(t =>
                    !Repository.Files.Contains(
                        $"src/{t[..^".Tests".Length]}/{t[..^".Tests".Length]}.csproj"
                    )
                ),
            "Call it <Project>.Tests:"
        );
    }

    // What a template or a test copies elsewhere is no project of this solution.
    private static bool IsBuilt(string project) =>
        !project.StartsWith("templates/", StringComparison.Ordinal)
        && !project.Contains("/content/", StringComparison.Ordinal)
        && !project.Contains("/Fixtures/", StringComparison.Ordinal);

    [GeneratedRegex(@"^\d+\.\d+\.\d+(-[\w.]+)?$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex ExactVersion();
}
