using System.Xml.Linq;

namespace Common.Conventions.Tests;

/// <summary>Who may depend on whom. A new edge is a decision: it is made here first.</summary>
public sealed class DependencyTests
{
    /// <summary>For each package the packages of ours that it may reference, directly.</summary>
    private static readonly Dictionary<string, string[]> Own = new()
    {
        ["Common.Abstractions"] = [],
        ["Common.Time"] = ["Common.Abstractions"],
        ["Common.Config"] = ["Common.Abstractions", "Common.Time"],
        ["Common.Context"] = ["Common.Abstractions", "Common.Time", "Common.Config"],
        ["Common.Exceptions"] =
        [
            "Common.Abstractions",
            "Common.Time",
            "Common.Config",
            "Common.Context",
        ],
        ["Common.Logging"] =
        [
            "Common.Abstractions",
            "Common.Time",
            "Common.Config",
            "Common.Context",
        ],
        ["Common.Hosting"] =
        [
            "Common.Abstractions",
            "Common.Time",
            "Common.Config",
            "Common.Context",
            "Common.Exceptions",
            "Common.Logging",
        ],
        ["Common.Testing"] =
        [
            "Common.Abstractions",
            "Common.Time",
            "Common.Config",
            "Common.Context",
            "Common.Exceptions",
            "Common.Logging",
            "Common.Hosting",
        ],
        ["Common.Analyzers"] = [],
        ["Common.Analyzers.CodeFixes"] = ["Common.Analyzers"],
        ["Common.Tool"] = ["Common.Analyzers", "Common.Logging"], // it runs the rules of the build, and reads what services write
    };

    /// <summary>For each package the beginnings of others' packages that it may reference, directly.</summary>
    private static readonly Dictionary<string, string[]> Foreign = new()
    {
        ["Common.Abstractions"] = [],
        ["Common.Time"] = ["NodaTime", "Microsoft.Extensions.DependencyInjection.Abstractions"],
        ["Common.Config"] =
        [
            "Microsoft.Extensions.Configuration",
            "Microsoft.Extensions.Hosting.Abstractions",
            "Microsoft.Extensions.Logging.Abstractions",
            "Microsoft.Extensions.Options",
        ],
        ["Common.Context"] =
        [
            "Microsoft.Extensions.Diagnostics",
            "Microsoft.Extensions.Logging.Abstractions",
            "Microsoft.Extensions.Options",
            "Microsoft.Extensions.Primitives",
        ],
        ["Common.Exceptions"] = ["Microsoft.Extensions.Http", "Polly.Core"],
        ["Common.Logging"] = ["Microsoft.Extensions.Logging"],
        ["Common.Hosting"] = ["Microsoft.Extensions.Hosting"],
        ["Common.Testing"] = [],
        ["Common.Analyzers"] = ["Microsoft.CodeAnalysis.CSharp"],
        ["Common.Analyzers.CodeFixes"] = ["Microsoft.CodeAnalysis.CSharp"],
        ["Common.Tool"] =
        [
            "DiffPlex",
            "Microsoft.CodeAnalysis.CSharp",
            "NuGet.Versioning",
            "System.CommandLine",
            "System.Reflection.Metadata",
        ],
    };

    public static TheoryData<string> Packages =>
        [.. Repository.FilesOf("src/", ".csproj").Select(f => Path.GetFileNameWithoutExtension(f))];

    [Theory]
    [MemberData(nameof(Packages))]
    public void A_package_references_only_those_below_it(string package)
    {
        Assert.True(Own.ContainsKey(package), $"{package} is new: say here whom it may depend on.");
        Expect.None(
            References(package, "ProjectReference")
                .Select(r => Path.GetFileNameWithoutExtension(r))
                .Except(
                    package == "Common.Abstractions" ? ["Common.Analyzers"] : Own[package] // run by it, not referenced
                ),
            $"{package} may not depend on:"
        );
    }

    [Theory]
    [MemberData(nameof(Packages))]
    public void A_package_brings_only_what_it_may(string package)
    {
        Expect.None(
            References(package, "PackageReference")
                .Where(r => !Foreign[package].Any(f => r.StartsWith(f, StringComparison.Ordinal))),
            $"{package} may not depend on:"
        );
    }

    [Theory]
    [MemberData(nameof(Packages))]
    public void A_package_needs_no_framework(string package)
    {
        Expect.None(
            References(package, "FrameworkReference"),
            $"{package} must work in a console job; this belongs into the incubator:"
        );
    }

    private static IEnumerable<string> References(string package, string kind)
    {
        var project = Repository.Files.Single(f => f == $"src/{package}/{package}.csproj");
        return XDocument
            .Parse(Repository.Read(project))
            .Descendants(kind)
            .Select(e => (string?)e.Attribute("Include"))
            .OfType<string>();
    }
}
