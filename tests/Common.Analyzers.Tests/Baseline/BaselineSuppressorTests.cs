using Common.Analyzers.Baseline;
using Common.Analyzers.Time;

namespace Common.Analyzers.Tests.Baseline;

/// <summary>Tests of the findings that a project had before the rules were enforced.</summary>
public sealed class BaselineSuppressorTests
{
    private const string Once = "class C { object A() => System.DateTime.UtcNow; }";

    private const string Twice =
        "class C { object A() => System.DateTime.UtcNow; object B() => System.DateTime.UtcNow; }";

    private static readonly RoslynTest Test = RoslynTest
        .Analyzer<AmbientClockAnalyzer>()
        .WithAnalyzer<BaselineSuppressor>();

    [Theory]
    [InlineData("CMN4001\tTest.cs\t1\n", Once, 0)]
    [InlineData("CMN4001\tTest.cs\t2\n", Twice, 0)]
    [InlineData("CMN4001\tTest.cs\t3\n", Twice, 0)] // fewer than there were
    [InlineData("CMN4001\tTest.cs\t1\n", Twice, 2)] // one is new, and nobody knows which
    [InlineData("CMN4001\tOther.cs\t1\n", Once, 1)]
    [InlineData("CMN4002\tTest.cs\t1\n", Once, 1)]
    [InlineData("CMN4001 Test.cs 1\n", Once, 1)] // not of its form: allows nothing
    [InlineData("CMN4001\tTest.cs\tmany\n", Once, 1)]
    [InlineData("", Once, 1)]
    public async Task Findings_of_the_baseline_are_quiet(string baseline, string code, int reported)
    {
        var diagnostics = await Test.WithSource(code)
            .WithAdditionalFile("common.baseline.txt", baseline)
            .DiagnosticsAsync();

        Assert.Equal(reported, diagnostics.Count(d => d.Id == "CMN4001"));
    }

    [Fact]
    public void Every_guidance_rule_can_be_in_a_baseline()
    {
        var guidance = typeof(RuleIds)
            .Assembly.GetTypes()
            .Where(t =>
                t.IsSubclassOf(typeof(Microsoft.CodeAnalysis.Diagnostics.DiagnosticAnalyzer))
                && !t.IsAbstract
            )
            .SelectMany(t =>
                (
                    (Microsoft.CodeAnalysis.Diagnostics.DiagnosticAnalyzer)
                        Activator.CreateInstance(t)!
                ).SupportedDiagnostics
            )
            .Where(d => d.DefaultSeverity == Microsoft.CodeAnalysis.DiagnosticSeverity.Info)
            .Select(d => d.Id)
            .Where(id => id is not RuleIds.DeprecatedUse)
            .ToHashSet();

        Assert.Subset(
            new BaselineSuppressor()
                .SupportedSuppressions.Select(s => s.SuppressedDiagnosticId)
                .ToHashSet(),
            guidance
        );
    }
}
