using System.Text;
using System.Text.RegularExpressions;
using System.Xml;
using System.Xml.Linq;
using Microsoft.CodeAnalysis;

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

    private static string Comment(SyntaxNode node)
    {
        var text = new StringBuilder();
        foreach (var line in node.GetLeadingTrivia().ToFullString().Split('\n'))
        {
            var trimmed = line.Trim();
            if (trimmed.StartsWith("///", StringComparison.Ordinal))
            {
                text.Append(trimmed.Substring(3)).Append('\n');
            }
        }

        return text.ToString();
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
                text.Append(inner.IsEmpty ? Reference(inner) : Text(inner));
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
