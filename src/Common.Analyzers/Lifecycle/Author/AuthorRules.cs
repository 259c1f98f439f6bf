using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Common.Analyzers.Lifecycle.Author;

/// <summary>CMN0006 to CMN0012: what a library may deprecate and remove, and when.</summary>
internal static class AuthorRules
{
    private const string Category = "Common.Lifecycle";

    public static readonly DiagnosticDescriptor RemovedTooEarly = new(
        RuleIds.RemovedTooEarly,
        title: "A shipped API is removed too early",
        messageFormat: "{0}",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        description: "What a release shipped is removed two major releases after the one that first shipped it deprecated.",
        helpLinkUri: RuleIds.HelpLink(RuleIds.RemovedTooEarly),
        customTags: WellKnownDiagnosticTags.CompilationEnd
    );

    public static readonly DiagnosticDescriptor RemovalOverdue = new(
        RuleIds.RemovalOverdue,
        title: "Remove what is due",
        messageFormat: "{0}",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        description: "What should have gone and is still there makes every other date unbelievable.",
        helpLinkUri: RuleIds.HelpLink(RuleIds.RemovalOverdue),
        customTags: WellKnownDiagnosticTags.CompilationEnd
    );

    public static readonly DiagnosticDescriptor WrongSince = new(
        RuleIds.WrongSince,
        title: "The release of a deprecation is that of the record",
        messageFormat: "{0}",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        description: "Editing an attribute can't move a removal.",
        helpLinkUri: RuleIds.HelpLink(RuleIds.WrongSince),
        customTags: WellKnownDiagnosticTags.CompilationEnd
    );

    public static readonly DiagnosticDescriptor Replacement = new(
        RuleIds.Replacement,
        title: "Name a replacement that can be used",
        messageFormat: "'{0}': {1}",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        description: "The replacement is what every caller is told, and what the code fix writes.",
        helpLinkUri: RuleIds.HelpLink(RuleIds.Replacement)
    );

    public static readonly DiagnosticDescriptor Changelog = new(
        RuleIds.ChangelogEntry,
        title: "Announce a deprecation in the changelog",
        messageFormat: "'{0}' is deprecated, but no entry under 'Deprecated' {1} names it in backquotes",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        description: "The changelog is where people look before they upgrade.",
        helpLinkUri: RuleIds.HelpLink(RuleIds.ChangelogEntry)
    );

    public static readonly DiagnosticDescriptor Obsolete = new(
        RuleIds.ObsoleteAttribute,
        title: "Keep Obsolete in step with Deprecated",
        messageFormat: "'{0}' needs [Obsolete(\"{1}\", DiagnosticId = \"{2}\")] beside [Deprecated]",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        description: "Obsolete with an ID of its own is what every compiler shows; Deprecated is the schedule.",
        helpLinkUri: RuleIds.HelpLink(RuleIds.ObsoleteAttribute)
    );

    public static readonly DiagnosticDescriptor InvalidRecord = new(
        RuleIds.InvalidRecord,
        title: "A file of the record of releases can't be read",
        messageFormat: "{0}: {1}",
        Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        description: "A record that can't be read would let every removal pass.",
        helpLinkUri: RuleIds.HelpLink(RuleIds.InvalidRecord),
        customTags: WellKnownDiagnosticTags.CompilationEnd
    );

    /// <summary>Reports what of the record can't be read.</summary>
    public static void ReportInvalid(
        CompilationAnalysisContext context,
        IEnumerable<(Location Location, string Rule)> errors
    )
    {
        foreach (var diagnostic in Invalid(errors))
        {
            context.ReportDiagnostic(diagnostic);
        }
    }

    /// <summary>What is said of that.</summary>
    public static IEnumerable<Diagnostic> Invalid(
        IEnumerable<(Location Location, string Rule)> errors
    )
    {
        foreach (var (location, rule) in errors)
        {
            var path = location.GetLineSpan().Path;
            var folder = Path.GetFileName(Path.GetDirectoryName(path));
            yield return Diagnostic.Create(
                InvalidRecord,
                location,
                folder + "/" + Path.GetFileName(path),
                rule
            );
        }
    }
}
