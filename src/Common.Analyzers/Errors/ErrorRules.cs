using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace Common.Analyzers.Errors;

/// <summary>CMN6010 to CMN6018: what can be wrong in the declaration of an error. All are errors.</summary>
internal static class ErrorRules
{
    public static readonly DiagnosticDescriptor Method = Rule(
        RuleIds.ErrorMethod,
        "Declare an error on a partial method that a generator can write",
        "'{0}' cannot be an error: {1}"
    );

    public static readonly DiagnosticDescriptor DuplicateCode = Rule(
        RuleIds.DuplicateErrorCode,
        "Give each error a code of its own",
        "Error code '{0}' is already that of '{1}'"
    );

    public static readonly DiagnosticDescriptor Code = Rule(
        RuleIds.ErrorCodeForm,
        "Write an error's code in dotted lower case",
        "Error code '{0}' is not dotted lower case of at most 100 characters, such as 'order.not_found'"
    );

    public static readonly DiagnosticDescriptor Message = Rule(
        RuleIds.ErrorMessage,
        "Tell the caller one plain sentence",
        "The message of '{0}' {1}"
    );

    public static readonly DiagnosticDescriptor Hole = Rule(
        RuleIds.ErrorMessageField,
        "Name public parameters in the message of an error",
        "The message names '{0}', which {1}"
    );

    public static readonly DiagnosticDescriptor Kind = Rule(
        RuleIds.ErrorKind,
        "Give an error a declared kind",
        "{0} is not a declared ErrorKind"
    );

    public static readonly DiagnosticDescriptor Second = Rule(
        RuleIds.SecondErrorPart,
        "Give an error at most one cause, one list of errors and one time to retry after",
        "'{0}' is a second {1}; an error has one"
    );

    public static readonly DiagnosticDescriptor Secret = Rule(
        RuleIds.SecretInError,
        "Keep secrets out of errors",
        "'{0}' is {1}"
    );

    public static readonly DiagnosticDescriptor Field = Rule(
        RuleIds.ErrorField,
        "Give an error fields that have one text and names of their own",
        "'{0}' {1}"
    );

    public static readonly ImmutableArray<DiagnosticDescriptor> All =
    [
        Method,
        DuplicateCode,
        Code,
        Message,
        Hole,
        Kind,
        Second,
        Secret,
        Field,
    ];

    private static DiagnosticDescriptor Rule(string id, string title, string message) =>
        new(
            id,
            title,
            message,
            "Common.Errors",
            DiagnosticSeverity.Error,
            isEnabledByDefault: true,
            description: title + ".",
            helpLinkUri: RuleIds.HelpLink(id)
        );
}
