using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace Common.Analyzers.Config;

/// <summary>CMN2001 to CMN2005: what can be wrong in the declaration of options. All are errors.</summary>
internal static class ConfigRules
{
    public static readonly DiagnosticDescriptor Section = Rule(
        RuleIds.ConfigSectionClass,
        "Declare a section of the configuration on a class that a generator can complete",
        "'{0}' cannot be a section of the configuration: {1}"
    );

    public static readonly DiagnosticDescriptor OptionType = Rule(
        RuleIds.ConfigOptionType,
        "Give an option a type that can be written in the configuration",
        "The option '{0}' has type '{1}', which cannot be written in the configuration; use one of the supported types, a type that "
            + "implements ISpanParsable, or a class with [ConfigSection]"
    );

    public static readonly DiagnosticDescriptor Default = Rule(
        RuleIds.ConfigDefault,
        "Give an option a default that keeps its own rules",
        "The default of '{0}' is {1}; {2}"
    );

    public static readonly DiagnosticDescriptor DuplicateKey = Rule(
        RuleIds.DuplicateConfigKey,
        "Give each option a key of its own",
        "The key '{0}' is already that of '{1}'"
    );

    public static readonly DiagnosticDescriptor OptionRule = Rule(
        RuleIds.ConfigOptionRule,
        "Give an option rules that fit its type",
        "[{0}] does not fit the option '{1}': {2}"
    );

    public static readonly ImmutableArray<DiagnosticDescriptor> All =
    [
        Section,
        OptionType,
        Default,
        DuplicateKey,
        OptionRule,
    ];

    private static DiagnosticDescriptor Rule(string id, string title, string message) =>
        new(
            id,
            title,
            message,
            category: "Common.Config",
            defaultSeverity: DiagnosticSeverity.Error,
            isEnabledByDefault: true,
            helpLinkUri: RuleIds.HelpLink(id),
            customTags: id == RuleIds.DuplicateConfigKey
                ? [WellKnownDiagnosticTags.CompilationEnd]
                : []
        );
}
