using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace Common.Tool.Deprecations.Uses;

/// <summary>A file that an analyzer is given beside the code.</summary>
internal sealed class FileText(string path) : AdditionalText
{
    /// <inheritdoc />
    public override string Path => path;

    /// <inheritdoc />
    public override SourceText GetText(CancellationToken cancellationToken = default) =>
        SourceText.From(File.ReadAllText(path));

    /// <summary>Several of them.</summary>
    public static ImmutableArray<AdditionalText> Of(IEnumerable<string> paths) =>
        [.. paths.Select(p => new FileText(p))];
}
