using Microsoft.CodeAnalysis;

namespace Common.Analyzers.Errors;

/// <summary>Makes the descriptors of the guidance rules: suggestions until the consumer enforces them.</summary>
internal static class GuidanceRule
{
    public static DiagnosticDescriptor Create(
        string id,
        string title,
        string message,
        string description
    ) =>
        new(
            id,
            title,
            message,
            "Common.Errors",
            DiagnosticSeverity.Info,
            isEnabledByDefault: true,
            description: description,
            helpLinkUri: RuleIds.HelpLink(id)
        );
}
