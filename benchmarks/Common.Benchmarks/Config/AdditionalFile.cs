using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace Common.Benchmarks.Config;

/// <summary>A file of a build that lies in memory.</summary>
internal sealed class AdditionalFile(string path, string text) : AdditionalText
{
    public override string Path => path;

    public override SourceText GetText(CancellationToken cancellationToken = default) =>
        SourceText.From(text);
}
