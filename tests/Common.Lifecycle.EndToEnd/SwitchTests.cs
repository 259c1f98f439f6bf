using Common.Packages.Tests;

namespace Common.Lifecycle.EndToEnd;

/// <summary>Tests of the switches of this repository's own packages.</summary>
public sealed class SwitchTests
{
    [Theory]
    [InlineData("true", true)]
    [InlineData("false", false)]
    public async Task Microsofts_package_is_added_where_a_feed_has_it(string value, bool isAdded)
    {
        var result = await Command.DotNetAsync(
            Repository.Root,
            "msbuild",
            Path.Combine("src", "Common.Time", "Common.Time.csproj"),
            "-getItem:PackageReference",
            $"-property:UsePublicApiAnalyzers={value}"
        );

        Assert.Equal(
            isAdded,
            result
                .MustSucceed()
                .Output.Contains(
                    "\"Microsoft.CodeAnalysis.PublicApiAnalyzers\"",
                    StringComparison.Ordinal
                )
        );
    }
}
