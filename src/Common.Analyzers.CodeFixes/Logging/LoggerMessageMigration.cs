using System.Collections.Immutable;
using Common.Analyzers.Logging;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Common.Analyzers.CodeFixes.Logging;

/// <summary>Declares methods of logger messages as log events, where they stand.</summary>
internal static class LoggerMessageMigration
{
    public static async Task<Solution> ApplyAsync(
        Project project,
        ImmutableArray<Diagnostic> diagnostics,
        CancellationToken cancellation
    )
    {
        var solution = project.Solution;
        TakenEvents? taken = null;
        foreach (var document in LogPlaces.Of(project, diagnostics).GroupBy(p => p.Document))
        {
            var model = await project
                .GetDocument(document.Key)!
                .GetSemanticModelAsync(cancellation)
                .ConfigureAwait(false);
            taken ??= new TakenEvents(model!.Compilation, events: null, className: null);
            var changes = new Dictionary<AttributeSyntax, AttributeSyntax>();
            foreach (var (_, span) in document)
            {
                if (LoggerMessageReader.Read(model!, span, cancellation) is { } message)
                {
                    changes.Add(message.Attribute, Attribute(message, taken));
                }
            }

            var root = await model!.SyntaxTree.GetRootAsync(cancellation).ConfigureAwait(false);
            var changed = root.ReplaceNodes(changes.Keys, (old, _) => changes[old]);
            solution = solution.WithDocumentSyntaxRoot(
                document.Key,
                changes.Count > 0 ? Usings.Add(changed, "Common.Abstractions") : changed
            );
        }

        return solution;
    }

    private static AttributeSyntax Attribute(LoggerMessage message, TakenEvents taken)
    {
        var parts = MessageParts.OfTemplate(message.Message) ?? [];
        var summary = SummaryText.Of(parts, message.Method);
        var own = SnakeCase.Of(message.Method).Split('_');
        var name =
            message.EventName is { } given && EventName.IsValid(given) ? given
            : own.Length > 1 ? own[0] + "." + string.Join("_", own.Skip(1))
            : SummaryText.EventNameOf(message.Method, message.Type);
        var draft = new EventDraft(
            taken.FreeId(message.Id),
            taken.FreeName(
                EventName.IsValid(name) ? name : SummaryText.EventNameOf(summary, message.Type)
            ),
            KindChoice.Of(message.Level, summary + " " + message.Method),
            summary,
            message.Method,
            []
        );
        return EventMembers
            .Mark(SyntaxFactory.ParseCompilationUnit($"[assembly: {draft.Attribute}]"))
            .AttributeLists[0]
            .Attributes[0]
            .WithTriviaFrom(message.Attribute);
    }
}
