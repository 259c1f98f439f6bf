using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace Common.Analyzers.Config;

/// <summary>CMN2011 to CMN2014: what can be wrong in appsettings.json.</summary>
internal static class AppSettingsRules
{
    public static readonly DiagnosticDescriptor Unknown = Rule(
        RuleIds.UnknownConfigKey,
        "Set declared options only",
        "'{0}' is no known key{1}"
    );

    public static readonly DiagnosticDescriptor Deprecated = Rule(
        RuleIds.DeprecatedConfigKey,
        "Use the present name of an option",
        "'{0}' is deprecated since {1}; use '{2}'"
    );

    public static readonly DiagnosticDescriptor IllTyped = Rule(
        RuleIds.ConfigValueType,
        "Give an option a value of its type",
        "The value of '{0}' cannot be read: {1}"
    );

    public static readonly DiagnosticDescriptor OutOfRange = Rule(
        RuleIds.ConfigValueRule,
        "Give an option a value that keeps its rules",
        "The value of '{0}' breaks a rule: {1}"
    );

    public static readonly ImmutableArray<DiagnosticDescriptor> All =
    [
        Unknown,
        Deprecated,
        IllTyped,
        OutOfRange,
    ];

    private static DiagnosticDescriptor Rule(string id, string title, string message) =>
        new(
            id,
            title,
            message,
            category: "Common.Config",
            defaultSeverity: DiagnosticSeverity.Warning,
            isEnabledByDefault: true,
            helpLinkUri: RuleIds.HelpLink(id),
            customTags: WellKnownDiagnosticTags.CompilationEnd
        );
}
