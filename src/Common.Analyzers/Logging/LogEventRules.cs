using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace Common.Analyzers.Logging;

/// <summary>CMN3010 to CMN3022: what can be wrong in the declaration of an event. All are errors.</summary>
internal static class LogEventRules
{
    public static readonly DiagnosticDescriptor Method = Rule(
        RuleIds.EventMethod,
        "Declare a log event on a partial method that a generator can write",
        "'{0}' cannot be a log event: {1}"
    );

    public static readonly DiagnosticDescriptor DuplicateId = Rule(
        RuleIds.DuplicateEventId,
        "Give each log event an ID of its own",
        "Event ID {0} is already that of '{1}'; a free one is {2}"
    );

    public static readonly DiagnosticDescriptor DuplicateName = Rule(
        RuleIds.DuplicateEventName,
        "Give each log event a name of its own",
        "Event name '{0}' is already that of '{1}'"
    );

    public static readonly DiagnosticDescriptor IdRange = Rule(
        RuleIds.EventIdRange,
        "Give a log event an ID of 1 or more",
        "Event ID {0} is below 1"
    );

    public static readonly DiagnosticDescriptor Name = Rule(
        RuleIds.EventName,
        "Name a log event in dotted lower case",
        "Event name '{0}' is not dotted lower case, such as 'order.completed'"
    );

    public static readonly DiagnosticDescriptor Summary = Rule(
        RuleIds.EventSummary,
        "Summarise a log event in one plain sentence",
        "The summary of '{0}' {1}"
    );

    public static readonly DiagnosticDescriptor SecondException = Rule(
        RuleIds.SecondEventException,
        "Give a log event at most one exception",
        "'{0}' is a second exception; a record has one"
    );

    public static readonly DiagnosticDescriptor Secret = Rule(
        RuleIds.SecretInEvent,
        "Keep secrets out of log events",
        "'{0}' is a Secret, which cannot be logged"
    );

    public static readonly DiagnosticDescriptor SecretName = Rule(
        RuleIds.SecretNameInEvent,
        "Keep what is named like a secret out of log events",
        "'{0}' is named like a secret; drop it, or say [NotSecret(\"why\")]"
    );

    public static readonly DiagnosticDescriptor RequestIdText = Rule(
        RuleIds.RequestIdAsText,
        "Log a request ID as a RequestId",
        "'{0}' is a request ID as {1}; declare it as a RequestId, or drop it: every record has the current one"
    );

    public static readonly DiagnosticDescriptor FieldType = Rule(
        RuleIds.EventFieldType,
        "Give a log event fields of types that have one text",
        "'{0}' is of type '{1}', which has no form of its own in a record; declare {2}"
    );

    public static readonly DiagnosticDescriptor FieldName = Rule(
        RuleIds.EventFieldName,
        "Name the fields of a log event apart and in snake_case",
        "Field name '{0}' {1}"
    );

    public static readonly DiagnosticDescriptor Kind = Rule(
        RuleIds.EventKind,
        "Give a log event a declared kind",
        "{0} is not a declared EventKind"
    );

    public static readonly ImmutableArray<DiagnosticDescriptor> All =
    [
        Method,
        DuplicateId,
        DuplicateName,
        IdRange,
        Name,
        Summary,
        SecondException,
        Secret,
        SecretName,
        RequestIdText,
        FieldType,
        FieldName,
        Kind,
    ];

    private static DiagnosticDescriptor Rule(string id, string title, string message) =>
        new(
            id,
            title,
            message,
            "Common.Logging",
            DiagnosticSeverity.Error,
            isEnabledByDefault: true,
            description: title + ".",
            helpLinkUri: RuleIds.HelpLink(id)
        );
}
