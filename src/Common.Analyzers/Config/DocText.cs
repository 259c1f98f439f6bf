using System.Text;
using System.Text.RegularExpressions;
using System.Xml;
using System.Xml.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Common.Analyzers.Config;

/// <summary>Takes the help text of an option or a section from its doc comment.</summary>
/// <remarks>It reads the source, since a compilation that makes no documentation file carries no doc comments.</remarks>
internal static class DocText
{
    private static readonly Regex Space = new(
        @"\s+",
        RegexOptions.CultureInvariant,
        Regex.InfiniteMatchTimeout // linear; a limit would fail the build of a machine that was asleep
    );

    private static readonly string[] Elements = ["summary", "value"];

    /// <summary>The elements that begin on a line of their own where they are shown.</summary>
    private static readonly string[] Blocks = ["br", "para", "list", "item", "term", "description"];

    /// <summary>Gives summary and value, each as one paragraph of plain text; empty where there is no doc comment.</summary>
    public static string Of(ISymbol symbol, CancellationToken cancellation)
    {
        foreach (var reference in symbol.DeclaringSyntaxReferences)
        {
            var text = Comment(reference.GetSyntax(cancellation));
            if (text.Length > 0)
            {
                return Plain(text);
            }
        }

        return string.Empty;
    }

    /// <summary>The XML of the comments in front of a declaration; code that is not compiled has none.</summary>
    private static string Comment(SyntaxNode node)
    {
        var text = new StringBuilder();
        foreach (var trivia in node.GetLeadingTrivia())
        {
            if (trivia.IsKind(SyntaxKind.DisabledTextTrivia))
            {
                continue;
            }

            var comment = trivia.ToFullString().Trim();
            if (
                comment.Length > "/**/".Length
                && comment.StartsWith("/**", StringComparison.Ordinal)
                && comment.EndsWith("*/", StringComparison.Ordinal)
            )
            {
                comment = comment.Substring(0, comment.Length - 2).Substring(3);
                AppendLines(text, comment, "*", isNeeded: false);
            }
            else
            {
                AppendLines(text, comment, "///", isNeeded: true);
            }
        }

        return text.ToString();
    }

    private static void AppendLines(StringBuilder text, string comment, string mark, bool isNeeded)
    {
        foreach (var line in comment.Split('\n'))
        {
            var trimmed = line.Trim();
            if (trimmed.StartsWith(mark, StringComparison.Ordinal))
            {
                text.Append(trimmed.Substring(mark.Length)).Append('\n');
            }
            else if (!isNeeded)
            {
                text.Append(trimmed).Append('\n');
            }
        }
    }

    private static string Plain(string comment)
    {
        XElement root;
        try
        {
            root = XElement.Parse("<doc>" + comment + "</doc>");
        }
        catch (XmlException)
        {
            return string.Empty; // the compiler reports it where doc comments matter
        }

        return string.Join(
            " ",
            Elements
                .Select(name => root.Element(name))
                .Where(element => element is not null)
                .Select(element => Space.Replace(Text(element!), " ").Trim())
                .Where(text => text.Length > 0)
        );
    }

    private static string Text(XElement element)
    {
        var text = new StringBuilder();
        foreach (var node in element.Nodes())
        {
            if (node is XText plain)
            {
                text.Append(plain.Value);
            }
            else if (node is XElement inner)
            {
                var space = Blocks.Contains(inner.Name.LocalName) ? " " : string.Empty;
                text.Append(space)
                    .Append(inner.IsEmpty ? Reference(inner) : Text(inner))
                    .Append(space);
            }
        }

        return text.ToString();
    }

    private static string Reference(XElement element)
    {
        var name =
            (string?)element.Attribute("langword")
            ?? (string?)element.Attribute("cref")
            ?? (string?)element.Attribute("href")
            ?? (string?)element.Attribute("name")
            ?? string.Empty;
        return element.Attribute("cref") is null
            ? name
            : name.Split('(')[0].Split('{')[0].Split('.').Last();
    }
}
