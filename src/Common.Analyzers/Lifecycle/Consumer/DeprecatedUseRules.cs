using Microsoft.CodeAnalysis;

namespace Common.Analyzers.Lifecycle.Consumer;

/// <summary>CMN1001 to CMN1003: uses of what is deprecated, each louder than the one before.</summary>
internal static class DeprecatedUseRules
{
    private const string Category = "Common.Lifecycle";

    public static readonly DiagnosticDescriptor Deprecated = new(
        RuleIds.DeprecatedUse,
        title: "Replace what is deprecated",
        messageFormat: "'{0}' is deprecated since {1} and is removed in {2}: {3}",
        Category,
        DiagnosticSeverity.Info,
        isEnabledByDefault: true,
        description: "The compiler warns of it too; this rule carries the code fix.",
        helpLinkUri: RuleIds.HelpLink(RuleIds.DeprecatedUse)
    );

    public static readonly DiagnosticDescriptor LastRelease = new(
        RuleIds.LastReleaseUse,
        title: "Replace what the next release removes",
        messageFormat: "This is the last release that has '{0}', which is deprecated since {1} and is removed in {2}: {3}",
        Category,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        description: "The next major release of the package does not have it any more.",
        helpLinkUri: RuleIds.HelpLink(RuleIds.LastReleaseUse)
    );

    public static readonly DiagnosticDescriptor GoneInTarget = new(
        RuleIds.TargetReleaseUse,
        title: "Replace what the targeted release does not have",
        messageFormat: "'{0}', deprecated since {1}, is removed in {2}, and the project targets {4}: {3}",
        Category,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        description: "CommonTargetRelease names a coming release; this would not compile with it.",
        helpLinkUri: RuleIds.HelpLink(RuleIds.TargetReleaseUse)
    );
}
