using Microsoft.CodeAnalysis.Diagnostics;

namespace Common.Analyzers.Lifecycle;

/// <summary>What a project says of the life-cycle policy in its build properties.</summary>
internal static class LifecycleOptions
{
    /// <summary>Whether the project promises the policy to those who use it: <c>CommonLifecycle</c>.</summary>
    public static bool IsBound(AnalyzerOptions options) =>
        string.Equals(
            Property(options, "CommonLifecycle"),
            "true",
            StringComparison.OrdinalIgnoreCase
        );

    /// <summary>A build property, or the empty string.</summary>
    public static string Property(AnalyzerOptions options, string name) =>
        options.AnalyzerConfigOptionsProvider.GlobalOptions.TryGetValue(
            "build_property." + name,
            out var value
        )
            ? value
            : "";
}
