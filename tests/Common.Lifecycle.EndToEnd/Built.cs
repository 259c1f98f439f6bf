using Common.Packages.Tests;

namespace Common.Lifecycle.EndToEnd;

/// <summary>What the build of this test has made beside it.</summary>
internal static class Built
{
    /// <summary>The configuration: <c>Debug</c> or <c>Release</c>.</summary>
    public static string Configuration => Repository.Metadata("Configuration");

    /// <summary>The tool <c>common</c>.</summary>
    public static string Tool =>
        Path.Combine(
            Repository.Root,
            "src",
            "Common.Tool",
            "bin",
            Configuration,
            "net10.0",
            "Common.Tool.dll"
        );
}
