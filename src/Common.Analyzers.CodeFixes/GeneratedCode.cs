using Microsoft.CodeAnalysis;

namespace Common.Analyzers.CodeFixes;

/// <summary>Tells the files that no fix may write into from those of the project's own.</summary>
internal static class GeneratedCode
{
    /// <summary>
    /// Whether a file is written by a machine: the project's settings say so (<c>generated_code = true</c>, as those of a copied
    /// module do), or its name does.
    /// </summary>
    public static bool Holds(SyntaxTree tree, Compilation compilation) =>
        tree.FilePath.EndsWith(".g.cs", StringComparison.Ordinal)
        || compilation.Options.SyntaxTreeOptionsProvider?.IsGenerated(tree, default)
            == GeneratedKind.MarkedGenerated;
}
