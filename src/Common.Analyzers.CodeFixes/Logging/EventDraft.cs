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
    IReadOnlyList<EventParameter> Parameters,
    bool IsPublic = true
)
{
    private const string Abstractions = "global::Common.Abstractions.";

    /// <summary>What two calls have in common that log the same event.</summary>
    public string Meaning => MeaningOf(Kind, Summary, Parameters);

    /// <summary>The attribute, without its brackets, its names in full.</summary>
    public string Attribute =>
        $"{Abstractions}LogEvent({Id}, {Quote(Name)}, {Abstractions}EventKind.{Kind}, {Quote(Summary)})";

    /// <summary>The head of an extension method, its names in full.</summary>
    public string Head =>
        $"{(IsPublic ? "public" : "internal")} static partial void {Method}(this global::Microsoft.Extensions.Logging.ILogger logger{string.Concat(Parameters.Select(p => $", {p.Type} {LogEventSignature.Escape(p.Name)}"))});";

    public static string MeaningOf(
        string kind,
        string summary,
        IEnumerable<EventParameter> parameters
    ) => $"{kind}\n{summary}\n{string.Join("\n", parameters.Select(p => $"{p.Type} {p.Name}"))}";

    private static string Quote(string text) => SymbolDisplay.FormatLiteral(text, quote: true);
}
