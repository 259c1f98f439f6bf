using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace Common.Benchmarks.Lifecycle;

/// <summary>What a project hands to analyzers: its build properties and its additional files.</summary>
internal static class RuleOptions
{
    /// <summary>No properties and no files.</summary>
    public static AnalyzerOptions None { get; } = Create([], []);

    /// <summary>Some of both.</summary>
    public static AnalyzerOptions Create(
        IEnumerable<(string Name, string Value)> properties,
        IEnumerable<(string Path, string Text)> files
    ) =>
        new(
            [.. files.Select(f => new MemoryFile(f.Path, SourceText.From(f.Text)))],
            new Provider(
                properties.ToImmutableDictionary(
                    p => "build_property." + p.Name,
                    p => p.Value,
                    StringComparer.OrdinalIgnoreCase
                )
            )
        );

    private sealed class MemoryFile(string path, SourceText text) : AdditionalText
    {
        public override string Path => path;

        public override SourceText GetText(CancellationToken cancellationToken = default) => text;
    }

    private sealed class Provider(ImmutableDictionary<string, string> properties)
        : AnalyzerConfigOptionsProvider
    {
        public override AnalyzerConfigOptions GlobalOptions { get; } = new Properties(properties);

        public override AnalyzerConfigOptions GetOptions(SyntaxTree tree) => GlobalOptions;

        public override AnalyzerConfigOptions GetOptions(AdditionalText textFile) => GlobalOptions;
    }

    private sealed class Properties(ImmutableDictionary<string, string> properties)
        : AnalyzerConfigOptions
    {
        public override bool TryGetValue(string key, [NotNullWhen(true)] out string? value) =>
            properties.TryGetValue(key, out value);
    }
}
