using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace Common.Conventions.Tests.Docs;

/// <summary>Who copies a command from the documents gets the last release.</summary>
public sealed partial class ReleaseInDocsTests
{
    [Fact]
    public void The_pages_name_the_last_release_or_the_one_that_is_to_be_the_first()
    {
        var last = Repository
            .Lines("CHANGELOG.md")
            .Select(l => Released().Match(l))
            .FirstOrDefault(m => m.Success);
        var expected = last?.Groups["version"].Value ?? Coming();
        Expect.None(
            Repository
                .Files.Where(f =>
                    f is "README.md" || f.StartsWith("docs/", StringComparison.Ordinal)
                )
                .SelectMany(f =>
                    Named().Matches(Repository.Read(f)).Select(m => (File: f, Version: m.Value))
                )
                .Where(m => m.Version != expected)
                .Select(m => $"{m.File}: {m.Version}"),
            $"Name {expected}:"
        );
    }

    [Fact]
    public void The_pages_are_searched_as_they_name_it() =>
        Assert.Equal(
            ["1.2.3", "1.2.4", "1.2.5", "1.2.6"],
            Named()
                .Matches(
                    """
                    dotnet add package Common.Hosting --version 1.2.3
                    dotnet tool install Common.Tool --version 1.2.4
                    dotnet new install Common.Templates@1.2.5
                    <PackageReference Include="Common.Hosting" Version="1.2.6" />
                    <PackageReference Include="NodaTime" Version="3.3.7" />
                    """
                )
                .Select(m => m.Value)
        );

    private static string Coming() =>
        XDocument
            .Parse(Repository.Read("eng/Version.props"))
            .Descendants("VersionPrefix")
            .Single()
            .Value;

    [GeneratedRegex(@"^## \[(?<version>\d+\.\d+\.\d+)\]", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Released();

    [GeneratedRegex(
        """(?<=Common\.\w+ --version |Common\.\w+@|Include="Common\.\w+" Version=")\d+\.\d+\.\d+""",
        RegexOptions.ExplicitCapture,
        1000
    )]
    private static partial Regex Named();
}
