using System.Diagnostics.CodeAnalysis;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Common.Tool.Deprecations.Uses;

/// <summary>The build properties that the analyzers ask for: the release that is looked ahead to.</summary>
internal sealed class BuildProperties(string? targetRelease) : AnalyzerConfigOptionsProvider
{
    private readonly Properties _properties = new(targetRelease);

    /// <inheritdoc />
    public override AnalyzerConfigOptions GlobalOptions => _properties;

    /// <inheritdoc />
    public override AnalyzerConfigOptions GetOptions(SyntaxTree tree) => _properties;

    /// <inheritdoc />
    public override AnalyzerConfigOptions GetOptions(AdditionalText textFile) => _properties;

    private sealed class Properties(string? targetRelease) : AnalyzerConfigOptions
    {
        public override bool TryGetValue(string key, [NotNullWhen(true)] out string? value)
        {
            value = key == "build_property.CommonTargetRelease" ? targetRelease : null;
            return value is not null;
        }
    }
}
