namespace Common.Conventions.Tests.Docs;

/// <summary>A fenced code block of a page.</summary>
/// <param name="Page">The page.</param>
/// <param name="Line">The line of its first code.</param>
/// <param name="Language">The first word after the fence.</param>
/// <param name="Mark">What else stands after the fence, such as <c>fails</c>.</param>
/// <param name="Given">Code that the reader need not see, from the comment <c>&lt;!-- given</c> before the block.</param>
/// <param name="Code">The code.</param>
internal sealed record CodeBlock(
    MarkdownPage Page,
    int Line,
    string Language,
    string Mark,
    string Given,
    string Code
)
{
    /// <inheritdoc/>
    public override string ToString() => $"{Page}:{Line}";
}
