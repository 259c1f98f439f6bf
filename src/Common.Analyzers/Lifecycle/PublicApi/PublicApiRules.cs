using Microsoft.CodeAnalysis;

namespace Common.Analyzers.Lifecycle.PublicApi;

/// <summary>CMN0001 to CMN0005: the files of the public API say what the code says.</summary>
internal static class PublicApiRules
{
    private const string Category = "Common.Lifecycle";

    public static readonly DiagnosticDescriptor Undeclared = new(
        RuleIds.UndeclaredApi,
        title: "Record the public API",
        messageFormat: "'{0}' is public and is in neither PublicAPI.Shipped.txt nor PublicAPI.Unshipped.txt; record it",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        description: "What is public is promised for two releases, so that it becomes public on purpose, under review.",
        helpLinkUri: RuleIds.HelpLink(RuleIds.UndeclaredApi)
    );

    public static readonly DiagnosticDescriptor Gone = new(
        RuleIds.GoneApi,
        title: "A recorded public API is gone",
        messageFormat: "'{0}' is recorded as {1}",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        description: "A recorded API that the code does not have was removed, renamed or changed.",
        helpLinkUri: RuleIds.HelpLink(RuleIds.GoneApi),
        customTags: WellKnownDiagnosticTags.CompilationEnd
    );

    /// <summary>What CMN0002 says of a line that nothing stands behind.</summary>
    public const string IsGone = "public API, but the code does not have it";

    /// <summary>What CMN0002 says of a line that takes away what is there.</summary>
    public const string IsStillThere = "removed, but the code has it";

    public static readonly DiagnosticDescriptor Duplicate = new(
        RuleIds.DuplicateApi,
        title: "A public API is recorded twice",
        messageFormat: "'{0}' is recorded twice",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        description: "Each public API has one line in one of the two files.",
        helpLinkUri: RuleIds.HelpLink(RuleIds.DuplicateApi),
        customTags: WellKnownDiagnosticTags.CompilationEnd
    );

    public static readonly DiagnosticDescriptor InvalidFile = new(
        RuleIds.InvalidApiFile,
        title: "A file of the public API can't be read",
        messageFormat: "{0}: {1}",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        description: "A file that can't be read would let every change of the public API pass.",
        helpLinkUri: RuleIds.HelpLink(RuleIds.InvalidApiFile),
        customTags: WellKnownDiagnosticTags.CompilationEnd
    );

    public static readonly DiagnosticDescriptor Nullability = new(
        RuleIds.ApiNullability,
        title: "Record the nullability of the public API",
        messageFormat: "'{0}' is recorded with other nullable annotations than it has",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        description: "Whether null is allowed is a part of the promise.",
        helpLinkUri: RuleIds.HelpLink(RuleIds.ApiNullability)
    );
}
