using System.Globalization;
using Common.Tool.Incubator.Files;
using Common.Tool.Shell;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;

namespace Common.Tool.Incubator.Rewriting;

/// <summary>Rewrites the namespaces of a module's files for the service that they are copied into.</summary>
/// <remarks>Thread-safe. Works on the syntax: strings and comments stay, crefs and disabled code are rewritten.</remarks>
internal sealed class SourceRewriter
{
    private const string NullableLine = "#nullable enable\n";

    private readonly string[] _from;
    private readonly string _to;
    private readonly bool _makeInternal;

    /// <summary>Makes a rewriter.</summary>
    /// <param name="from">The namespace that the modules' namespaces begin with, as <c>Common.Incubator</c>.</param>
    /// <param name="to">What takes its place, as <c>Acme.Orders.Incubator</c>.</param>
    /// <param name="makeInternal">Whether public types become internal.</param>
    public SourceRewriter(string from, string to, bool makeInternal)
    {
        _from = from.Split('.');
        _to = to;
        _makeInternal = makeInternal;
    }

    /// <summary>Rewrites one file.</summary>
    /// <param name="text">Its normalised text.</param>
    /// <param name="shown">How messages name it.</param>
    /// <returns>The text with <c>#nullable enable</c> on top, since <c>generated_code = true</c> switches the project's setting off.</returns>
    /// <exception cref="ToolException">The text is not C#.</exception>
    public string Rewrite(string text, string shown)
    {
        var tree = Parse(text, []);
        var fault = tree.GetDiagnostics()
            .FirstOrDefault(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error);
        if (fault is not null)
        {
            throw new ToolException(
                ExitCode.Usage,
                $"{shown} is not C#: line {fault.Location.GetLineSpan().StartLinePosition.Line + 1}: {fault.GetMessage(CultureInfo.InvariantCulture)}"
            );
        }

        var root = tree.GetRoot();
        var changes = new SortedDictionary<int, TextChange>();
        NamespaceChanges.Collect(root, _from, _to, changes);
        if (_makeInternal)
        {
            foreach (var symbols in SymbolSets.Of(root))
            {
                VisibilityChanges.Collect(Parse(text, symbols).GetRoot(), changes);
            }
        }

        var rewritten = SourceText.From(text).WithChanges(changes.Values).ToString();
        return rewritten.StartsWith(NullableLine, StringComparison.Ordinal)
            ? rewritten
            : TextForm.Normalise(NullableLine + rewritten);
    }

    private static SyntaxTree Parse(string text, IEnumerable<string> symbols) =>
        CSharpSyntaxTree.ParseText(
            text,
            CSharpParseOptions
                .Default.WithLanguageVersion(LanguageVersion.Preview)
                .WithDocumentationMode(DocumentationMode.Parse)
                .WithPreprocessorSymbols(symbols)
        );
}
