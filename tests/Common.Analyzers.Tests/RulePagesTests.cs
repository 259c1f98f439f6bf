using System.Reflection;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Common.Analyzers.Tests;

/// <summary>Tests that hold for every rule, whoever wrote it.</summary>
public sealed partial class RulePagesTests
{
    private static readonly string Pages = Path.Combine(AppContext.BaseDirectory, "rules");

    private static readonly string[] Sections =
    [
        "## Cause",
        "## Why",
        "## How to fix",
        "## When to suppress",
    ];

    // The areas whose rules are all written; each area's first digit is added with its last page.
    private static readonly HashSet<char> Areas = ['0', '1', '2', '3', '4', '5', '6', '7'];

    // What the build files of the packages report: where it is wrong, no analyzer is loaded.
    private static readonly string[] ReportedByTheBuild = [RuleIds.OldCompiler];

    private static IEnumerable<DiagnosticDescriptor> Descriptors =>
        AllDescriptors.Where(d => Areas.Contains(d.Id[3]));

    private static IEnumerable<DiagnosticDescriptor> AllDescriptors =>
        typeof(RuleIds)
            .Assembly.GetTypes()
            .SelectMany(t =>
                t.GetFields(BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic)
            )
            .Where(f => f.FieldType == typeof(DiagnosticDescriptor))
            .Select(f => (DiagnosticDescriptor)f.GetValue(null)!);

    private static IEnumerable<string> Ids =>
        typeof(RuleIds)
            .GetFields(BindingFlags.Static | BindingFlags.Public)
            .Select(f => (string)f.GetRawConstantValue()!)
            .Where(id => Areas.Contains(id[3]));

    [Fact]
    public void Each_ID_is_of_one_form_and_stands_once()
    {
        Assert.All(Ids, id => Assert.Matches("^CMN[0-8][0-9]{3}$", id));
        Assert.Equal(Ids.Distinct(), Ids);
    }

    [Fact]
    public void Each_ID_has_a_rule_and_each_rule_an_ID_of_ours() =>
        Assert.Equal(
            Ids.Order(StringComparer.Ordinal),
            Descriptors
                .Select(d => d.Id)
                .Concat(ReportedByTheBuild)
                .Distinct()
                .Order(StringComparer.Ordinal)
        );

    [Fact]
    public void Each_rule_is_supported_by_an_analyzer_or_reported_by_a_generator()
    {
        var supported = typeof(RuleIds)
            .Assembly.GetTypes()
            .Where(t => t.IsSubclassOf(typeof(DiagnosticAnalyzer)) && !t.IsAbstract)
            .SelectMany(t =>
                ((DiagnosticAnalyzer)Activator.CreateInstance(t)!).SupportedDiagnostics
            )
            .Select(d => d.Id)
            .Where(id => Areas.Contains(id[3]));

        Assert.Subset(Ids.ToHashSet(), supported.ToHashSet());
    }

    [Fact]
    public void Each_help_link_names_its_rule() =>
        Assert.All(
            Descriptors,
            d =>
                Assert.EndsWith(
                    "/docs/rules/" + d.Id + ".md",
                    d.HelpLinkUri,
                    StringComparison.Ordinal
                )
        );

    [Fact]
    public void Each_rule_has_a_page_and_each_page_a_rule() =>
        Assert.Equal(
            Ids.Order(StringComparer.Ordinal),
            Directory
                .EnumerateFiles(Pages, "CMN*.md")
                .Select(p => Path.GetFileNameWithoutExtension(p))
                .Where(id => Areas.Contains(id[3]))
                .Order(StringComparer.Ordinal)
        );

    [Fact]
    public void Each_page_has_the_title_of_its_rule_and_the_four_sections()
    {
        foreach (var rule in Descriptors.GroupBy(d => d.Id))
        {
            var lines = File.ReadAllLines(Path.Combine(Pages, rule.Key + ".md"));
            var title = rule.First()
                .Title.ToString(System.Globalization.CultureInfo.InvariantCulture);

            Assert.Equal($"# {rule.Key}: {title}", lines[0]);
            Assert.Equal(
                Sections,
                OutsideCode(lines)
                    .Where(l => l.StartsWith("## ", StringComparison.Ordinal))
                    .ToArray()
            );
        }
    }

    private static IEnumerable<string> OutsideCode(IEnumerable<string> lines)
    {
        var isCode = false;
        foreach (var line in lines)
        {
            isCode ^= line.StartsWith("```", StringComparison.Ordinal);
            if (!isCode)
            {
                yield return line;
            }
        }
    }

    [Fact]
    public void Each_guidance_rule_is_a_warning_where_rules_are_enforced()
    {
        var config = File.ReadAllText(Path.Combine(Pages, "Enforce.globalconfig"));
        var enforced = SeverityLine()
            .Matches(config)
            .Select(m => m.Groups["id"].Value)
            .Where(id => Areas.Contains(id[3]));

        Assert.Equal(
            Descriptors
                .Where(d => d.DefaultSeverity == DiagnosticSeverity.Info)
                // The compiler warns of what is deprecated; there the suggestion only carries the fix.
                .Where(d => d.Id != RuleIds.DeprecatedUse)
                .Select(d => d.Id)
                .Distinct()
                .Order(StringComparer.Ordinal),
            enforced.Order(StringComparer.Ordinal)
        );
    }

    [GeneratedRegex(
        "^dotnet_diagnostic\\.(?<id>[A-Z0-9]+)\\.severity = warning$",
        RegexOptions.Multiline | RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex SeverityLine();
}
