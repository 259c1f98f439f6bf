using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace Common.Analyzers.Lifecycle.Consumer;

/// <summary>A use of something that a package does not have any more.</summary>
/// <param name="Name">What it was: its line in the record, or a namespace.</param>
/// <param name="Package">The package that had it.</param>
/// <param name="In">The release that removed it.</param>
/// <param name="Deprecation">What was said of it.</param>
/// <param name="IsForSecurity">Whether it went early, since it could not be made safe.</param>
/// <param name="Place">Where it is used.</param>
/// <param name="Namespaces">For a namespace, where its types are now.</param>
internal sealed record RemovedFinding(
    string Name,
    string Package,
    Release In,
    Deprecation Deprecation,
    bool IsForSecurity,
    Location Place,
    ImmutableArray<string> Namespaces
)
{
    /// <summary>The property that has the line of the removed API.</summary>
    public const string LineKey = "Line";

    /// <summary>The property that has its replacement.</summary>
    public const string ReplacementKey = "Replacement";

    /// <summary>The property that has, for a namespace, those that its types are in now.</summary>
    public const string NamespacesKey = "Namespaces";

    /// <summary>What stands between two namespaces in the property.</summary>
    public const char Separator = ';';

    /// <summary>CMN1004.</summary>
    public static readonly DiagnosticDescriptor Rule = new(
        RuleIds.RemovedUse,
        title: "Replace what was removed",
        messageFormat: "'{0}' was removed from {1} in {2}, {3}: {4}",
        category: "Common.Lifecycle",
        defaultSeverity: DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        description: "The packages carry the list of all that they ever shipped deprecated, so that what is gone is not forgotten.",
        helpLinkUri: RuleIds.HelpLink(RuleIds.RemovedUse)
    );

    /// <summary>What a build says of it.</summary>
    public Diagnostic ToDiagnostic()
    {
        var advice = Namespaces.IsEmpty
            ? Deprecation.Advice
            : $"use '{string.Join("', '", Namespaces)}'";
        var since = Deprecation.Since.Length == 0 ? null : Deprecation.Since;
        var properties = UseFacts
            .Of(Name, Package, since, advice)
            .Add(UseFacts.RemovedIn, In.ToString());
        properties = Namespaces.IsEmpty
            ? properties.Add(LineKey, Name).Add(ReplacementKey, Deprecation.Replacement)
            : properties.Add(NamespacesKey, string.Join(Separator.ToString(), Namespaces));
        return Diagnostic.Create(
            Rule,
            Place,
            properties,
            Name,
            Package,
            In,
            IsForSecurity ? "for security" : "deprecated since " + since,
            advice
        );
    }
}
