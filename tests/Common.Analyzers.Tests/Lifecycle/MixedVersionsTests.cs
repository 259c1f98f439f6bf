using System.Reflection;
using Common.Abstractions;
using Common.Analyzers.Lifecycle.Consumer;
using Microsoft.CodeAnalysis;

namespace Common.Analyzers.Tests.Lifecycle;

/// <summary>Tests of CMN1006.</summary>
public sealed class MixedVersionsTests
{
    private static readonly MetadataReference Abstractions = MetadataReference.CreateFromFile(
        typeof(DeprecatedAttribute).Assembly.Location
    );

    private static readonly RoslynTest Test = RoslynTest
        .Analyzer<MixedVersionsAnalyzer>()
        .WithSource("class C;");

    [Fact]
    public Task Several_versions_are_reported_with_what_is_in_each() =>
        Test.WithReference(Package("Acme.Time", "1.2.0", "ACMED"))
            .WithReference(Package("Acme.Config", "1.2.0+3f5a", "ACMED"))
            .WithReference(Package("Acme.Logging", "2.0.0", "ACMED"))
            .ReportsAsync(
                "The packages of one library are released together, and this project gets them in several versions: Acme.Config, Acme.Time 1.2.0, Acme.Logging 2.0.0; reference all of them in 2.0.0"
            );

    [Fact]
    public Task One_version_is_not_reported_whatever_commit_it_is_of() =>
        Test.WithReference(Package("Acme.Time", "1.2.0+3f5a", "ACMED"))
            .WithReference(Package("Acme.Config", "1.2.0+77aa", "ACMED"))
            .ReportsAsync();

    [Fact]
    public Task Packages_of_different_libraries_have_versions_of_their_own() =>
        Test.WithReference(Package("Acme.Time", "1.2.0", "ACMED"))
            .WithReference(Package("Other.Config", "4.0.0", "OTHERD"))
            .WithReference(Package("Unbound", "7.0.0", null))
            .ReportsAsync();

    [Fact]
    public void The_packages_of_this_repository_say_that_they_belong_together() =>
        Assert.Contains(
            typeof(DeprecatedAttribute).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>(),
            a => a is { Key: "CommonLifecycle", Value: "CMND" }
        );

    private static MetadataReference Package(string name, string version, string? prefix) =>
        Library.Compile(
            $$"""
            [assembly: System.Reflection.AssemblyInformationalVersion("{{version}}")]
            {{(
                prefix is null
                    ? ""
                    : $"[assembly: System.Reflection.AssemblyMetadata(\"CommonLifecycle\", \"{prefix}\")]"
            )}}
            public static class {{name.Replace('.', '_')}}
            {
                [Common.Abstractions.WireHeader("Makes the reference real.")]
                public const string Header = "X";
            }
            """,
            version.Split('+')[0] + ".0",
            name,
            Abstractions
        );
}
