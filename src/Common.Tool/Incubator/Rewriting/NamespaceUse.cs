using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;

namespace Common.Tool.Incubator.Rewriting;

/// <summary>Finds out whether a file names a namespace.</summary>
internal static class NamespaceUse
{
    /// <summary>Whether the text names it anywhere in its code, its doc comments or its disabled code.</summary>
    public static bool IsIn(string text, string name)
    {
        var changes = new SortedDictionary<int, TextChange>();
        NamespaceChanges.Collect(
            CSharpSyntaxTree.ParseText(text).GetRoot(),
            name.Split('.'),
            "",
            changes
        );
        return changes.Count > 0;
    }
}
