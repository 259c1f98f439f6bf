using Common.Analyzers.Logging;
using Microsoft.CodeAnalysis.CSharp;

namespace Common.Analyzers.CodeFixes.Logging;

/// <summary>An event that is to be declared.</summary>
internal sealed record EventDraft(
    int Id,
    string Name,
    string Kind,
    string Summary,
    string Method,
    IReadOnlyList<EventParameter> Parameters
)
{
    /// <summary>What two calls have in common that log the same event.</summary>
    public string Meaning => MeaningOf(Kind, Summary, Parameters);

    /// <summary>The attribute, without its brackets.</summary>
    public string Attribute => $"LogEvent({Id}, {Quote(Name)}, EventKind.{Kind}, {Quote(Summary)})";

    /// <summary>The head of an extension method.</summary>
    public string Head =>
        $"public static partial void {Method}(this ILogger logger{string.Concat(Parameters.Select(p => $", {p.Type} {LogEventSignature.Escape(p.Name)}"))});";

    public static string MeaningOf(
        string kind,
        string summary,
        IEnumerable<EventParameter> parameters
    ) => $"{kind}\n{summary}\n{string.Join("\n", parameters.Select(p => $"{p.Type} {p.Name}"))}";

    private static string Quote(string text) => SymbolDisplay.FormatLiteral(text, quote: true);
}
