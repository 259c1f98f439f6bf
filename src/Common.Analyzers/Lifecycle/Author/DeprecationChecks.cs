using System.Collections.Concurrent;
using System.Collections.Immutable;
using Common.Analyzers.Lifecycle.PublicApi;
using Common.Analyzers.Lifecycle.Record;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Common.Analyzers.Lifecycle.Author;

/// <summary>Looks at each <c>[Deprecated]</c> of a library: its replacement, its <c>[Obsolete]</c>, its entry in the changelog.</summary>
internal sealed class DeprecationChecks(
    IAssemblySymbol assembly,
    AnalyzerOptions options,
    ReleaseRecord record,
    string prefix
)
{
    /// <summary>The property of CMN0010 that has the entry to write.</summary>
    public const string EntryKey = "Entry";

    /// <summary>The property of CMN0011 that has the message to write.</summary>
    public const string MessageKey = "Message";

    /// <summary>The property of CMN0011 that has the prefix of IDs.</summary>
    public const string PrefixKey = "Prefix";

    private readonly PublicSurface _surface = new();
    private readonly Lazy<DeprecatedEntries?> _changelog = new(() =>
        ReadChangelog(options, record.IsEmpty ? null : record.Latest)
    );

    /// <summary>The lines of all public APIs that are deprecated, themselves or by what they belong to.</summary>
    public ConcurrentDictionary<
        string,
        (Deprecation Deprecation, Location Location)
    > Found { get; } = new(StringComparer.Ordinal);

    /// <summary>Looks at an attribute that may be <c>[Deprecated]</c>.</summary>
    public void Check(SyntaxNodeAnalysisContext context)
    {
        var attribute = (AttributeSyntax)context.Node;
        foreach (
            var symbol in Declared(attribute, context.SemanticModel, context.CancellationToken)
        )
        {
            if (
                Deprecation.Of(symbol) is { } deprecation
                && symbol
                    .GetAttributes()
                    .Any(a =>
                        Deprecation.Is(a) && a.ApplicationSyntaxReference?.Span == attribute.Span
                    )
            )
            {
                Check(context, attribute, symbol, deprecation);
            }
        }
    }

    private void Check(
        SyntaxNodeAnalysisContext context,
        AttributeSyntax attribute,
        ISymbol symbol,
        Deprecation deprecation
    )
    {
        var place = attribute.GetLocation();
        var name = ApiName.InMessage(symbol);
        if (ReplacementCheck.Why(context, symbol, deprecation) is { } why)
        {
            context.ReportDiagnostic(Diagnostic.Create(AuthorRules.Replacement, place, name, why));
        }

        if (!_surface.Has(symbol))
        {
            return;
        }

        foreach (var part in Parts(symbol).Where(p => IsNearest(symbol, p)))
        {
            Found[ApiName.WithNullability(part, assembly)] = (deprecation, place);
            Found[ApiName.WithoutNullability(part, assembly)] = (deprecation, place);
        }

        if (
            ObsoleteText.Message(deprecation) is { } message
            && !ObsoleteText.IsInStep(symbol, message, prefix)
        )
        {
            var properties = ImmutableDictionary<string, string?>
                .Empty.Add(MessageKey, message)
                .Add(PrefixKey, prefix);
            context.ReportDiagnostic(
                Diagnostic.Create(
                    AuthorRules.Obsolete,
                    place,
                    properties,
                    name,
                    message,
                    prefix + "001"
                )
            );
        }

        CheckChangelog(context, place, symbol, deprecation);
    }

    private void CheckChangelog(
        SyntaxNodeAnalysisContext context,
        Location place,
        ISymbol symbol,
        Deprecation deprecation
    )
    {
        var name = ApiName.InChangelog(symbol);
        var isNew = Parts(symbol)
            .All(p =>
                record.DeprecatedIn((RecordItem.Api, ApiName.WithNullability(p, assembly))) is null
            );
        if (_changelog.Value?.WhyNot(name, isNew) is not { } where)
        {
            return;
        }

        var advice = deprecation.Replacement is { } use ? $"Use `{use}`." : deprecation.Reason;
        var removal = Release.TryParse(deprecation.Since)?.Removal;
        var entry = $"- **{assembly.Name}**: `{name}`. {advice} Removed in {removal}.";
        context.ReportDiagnostic(
            Diagnostic.Create(
                AuthorRules.Changelog,
                place,
                ImmutableDictionary<string, string?>.Empty.Add(EntryKey, entry),
                name,
                where
            )
        );
    }

    private IEnumerable<ISymbol> Parts(ISymbol symbol) =>
        symbol switch
        {
            INamedTypeSymbol type => _surface
                .Of(type)
                .Concat(type.GetTypeMembers().SelectMany(Parts)),
            IPropertySymbol property => new[] { property.GetMethod, property.SetMethod }
                .OfType<ISymbol>()
                .Where(_surface.Has)
                .SelectMany(WithImplementation),
            _ => WithImplementation(symbol),
        };

    // A member of a deprecated type may have been deprecated before it, and keeps its own release.
    private static bool IsNearest(ISymbol symbol, ISymbol part)
    {
        for (
            var s = part;
            s is not null && !SymbolEqualityComparer.Default.Equals(s, symbol);
            s = (s as IMethodSymbol)?.AssociatedSymbol ?? s.ContainingType
        )
        {
            if (Deprecation.Of(s) is not null)
            {
                return SymbolEqualityComparer.Default.Equals(
                    PublicSurface.ImplementationOf(symbol),
                    part
                );
            }
        }

        return true;
    }

    private static IEnumerable<ISymbol> WithImplementation(ISymbol symbol) =>
        PublicSurface.ImplementationOf(symbol) is { } compiled ? [compiled] : [symbol];

    private static IEnumerable<ISymbol> Declared(
        AttributeSyntax attribute,
        SemanticModel model,
        CancellationToken cancellationToken
    ) =>
        attribute.Parent?.Parent switch
        {
            BaseFieldDeclarationSyntax fields => fields
                .Declaration.Variables.Select(v => model.GetDeclaredSymbol(v, cancellationToken))
                .OfType<ISymbol>(),
            { } node when model.GetDeclaredSymbol(node, cancellationToken) is { } symbol =>
            [
                symbol,
            ],
            _ => [],
        };

    private static DeprecatedEntries? ReadChangelog(AnalyzerOptions options, Release? latest)
    {
        var file = options.AdditionalFiles.FirstOrDefault(f =>
            Path.GetFileName(f.Path) == ChangelogText.FileName
        );
        return file?.GetText() is { } text
            ? ChangelogText.Read(text.Lines.Select(l => l.ToString()), latest)
            : null;
    }
}
