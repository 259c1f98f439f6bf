using Microsoft.CodeAnalysis;

namespace Common.Analyzers.Lifecycle.Replacements;

/// <summary>What a replacement leaves to an editor's workspace, which compilers do not have: to shorten names, and to lay out lines.</summary>
internal static class WrittenMarks
{
    /// <summary>A name is longer than it may have to be.</summary>
    public static readonly SyntaxAnnotation Simplify = new("Common.Simplify");

    /// <summary>The layout is not that of the file.</summary>
    public static readonly SyntaxAnnotation Format = new("Common.Format");
}
