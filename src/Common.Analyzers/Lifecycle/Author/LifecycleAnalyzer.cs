using System.Collections.Immutable;
using Common.Analyzers.Lifecycle.PublicApi;
using Common.Analyzers.Lifecycle.Record;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Common.Analyzers.Lifecycle.Author;

/// <summary>CMN0006 to CMN0012: compares what the library deprecates and removes with what its releases shipped.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class LifecycleAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc />
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics =>
        [
            AuthorRules.RemovedTooEarly,
            AuthorRules.RemovalOverdue,
            AuthorRules.WrongSince,
            AuthorRules.Replacement,
            AuthorRules.Changelog,
            AuthorRules.Obsolete,
            AuthorRules.InvalidRecord,
        ];

    /// <inheritdoc />
    public override void Initialize(AnalysisContext context)
    {
        // What a generator deprecates along with its declaration is deprecated too; what is wrong is told at the declaration.
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.Analyze);
        context.EnableConcurrentExecution();
        context.RegisterCompilationStartAction(Start);
    }

    private static void Start(CompilationStartAnalysisContext start)
    {
        if (!LifecycleOptions.IsBound(start.Options))
        {
            return;
        }

        var version = LifecycleOptions.Property(start.Options, "Version");
        if (Release.TryParse(version) is not { } current)
        {
            start.RegisterCompilationEndAction(end =>
                end.ReportDiagnostic(
                    Diagnostic.Create(
                        AuthorRules.InvalidRecord,
                        Location.None,
                        "Version",
                        $"'{version}' is not a release; write major.minor.patch, such as 1.2.0"
                    )
                )
            );
            return;
        }

        var errors = new List<(Location Location, string Rule)>();
        var record = RecordReader.Read(
            start.Options.AdditionalFiles,
            errors,
            start.CancellationToken
        );
        if (errors.Count > 0)
        {
            start.RegisterCompilationEndAction(end => AuthorRules.ReportInvalid(end, errors));
            return;
        }

        var prefix = LifecycleOptions.Property(start.Options, "CommonLifecyclePrefix");
        var deprecations = new DeprecationChecks(
            start.Compilation.Assembly,
            start.Options,
            record,
            prefix.Length == 0 ? "DEP" : prefix
        );
        start.RegisterSyntaxNodeAction(
            node =>
            {
                var name = ((AttributeSyntax)node.Node).Name.ToString();
                if (
                    name.EndsWith("Deprecated", StringComparison.Ordinal)
                    || name.EndsWith("DeprecatedAttribute", StringComparison.Ordinal)
                )
                {
                    deprecations.Check(node);
                }
            },
            SyntaxKind.Attribute
        );
        var hidden = new HiddenBreaks(record, start.Compilation.Assembly);
        if (!record.IsEmpty)
        {
            start.RegisterSymbolAction(
                symbol => hidden.Look((INamedTypeSymbol)symbol.Symbol),
                SymbolKind.NamedType
            );
        }

        start.RegisterCompilationEndAction(end =>
            CheckPolicy(end, new LifecyclePolicy(record, current), deprecations, hidden)
        );
    }

    private static void CheckPolicy(
        CompilationAnalysisContext end,
        LifecyclePolicy policy,
        DeprecationChecks deprecations,
        HiddenBreaks hidden
    )
    {
        var files = end.Options.AdditionalFiles;
        var shipped = ApiFile.Read(files, ApiFile.Shipped, end.CancellationToken);
        var unshipped = ApiFile.Read(files, ApiFile.Unshipped, end.CancellationToken);
        if (shipped is null || unshipped is null)
        {
            return; // CMN0004 says so
        }

        // CMN0001 and CMN0002 see to it that the files say what the code says.
        var removed = new HashSet<string>(unshipped.RemovedLines.Select(l => l.Text));
        var lines = shipped
            .Lines.Concat(unshipped.Lines)
            .Where(l => !removed.Contains(l.Text))
            .GroupBy(l => l.Text)
            .ToDictionary(g => g.Key, g => g.First(), StringComparer.Ordinal);
        var goneLines = unshipped
            .RemovedLines.GroupBy(l => l.Text)
            .ToDictionary(g => g.Key, g => g.First().Location, StringComparer.Ordinal);
        var breaches = policy
            .CheckRemovals(i =>
                i.Surface switch
                {
                    RecordItem.Api => lines.ContainsKey(i.Name),
                    RecordItem.Trait => hidden.Has(i),
                    _ => true, // common release check looks at the other surfaces
                }
            )
            .Concat(policy.CheckLimits(hidden.Limits));
        foreach (var breach in breaches)
        {
            goneLines.TryGetValue(breach.Item.Name, out var location);
            Report(end, breach, location ?? hidden.PlaceOf(breach.Item));
        }

        foreach (var line in lines.Values)
        {
            deprecations.Found.TryGetValue(line.Text, out var deprecation);
            var item = new RecordItem(RecordItem.Api, line.Text, deprecation.Deprecation);
            foreach (var breach in policy.CheckItem(item))
            {
                Report(end, breach, deprecation.Location ?? line.Location);
            }
        }
    }

    private static void Report(
        CompilationAnalysisContext context,
        PolicyBreach breach,
        Location location
    )
    {
        var rule = breach.RuleId switch
        {
            RuleIds.RemovedTooEarly => AuthorRules.RemovedTooEarly,
            RuleIds.RemovalOverdue => AuthorRules.RemovalOverdue,
            _ => AuthorRules.WrongSince,
        };
        context.ReportDiagnostic(Diagnostic.Create(rule, location, breach.Message));
    }
}
