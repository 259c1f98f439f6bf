using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace Common.Analyzers.Lifecycle.PublicApi;

/// <summary>A line of one of the files of the public API.</summary>
internal sealed class ApiLine(
    string text,
    string path,
    SourceText source,
    TextSpan span,
    bool isShipped
)
{
    /// <summary>The line, without a mark of removal.</summary>
    public string Text { get; } = text;

    /// <summary>Whether it stands in the file of what releases shipped.</summary>
    public bool IsShipped { get; } = isShipped;

    /// <summary>Where the whole line is.</summary>
    public Location Location => Location.Create(path, span, source.Lines.GetLinePositionSpan(span));

    /// <summary>The same line with some first characters taken off its text.</summary>
    public ApiLine Without(int prefix) =>
        new(Text.Substring(prefix), path, source, span, IsShipped);
}
