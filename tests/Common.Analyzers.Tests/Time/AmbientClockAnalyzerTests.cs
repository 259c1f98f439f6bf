using Common.Analyzers.CodeFixes.Time;
using Common.Analyzers.Time;
using Microsoft.CodeAnalysis;

namespace Common.Analyzers.Tests.Time;

/// <summary>Tests of CMN4001.</summary>
public sealed class AmbientClockAnalyzerTests
{
    private static readonly RoslynTest Test = RoslynTest
        .Analyzer<AmbientClockAnalyzer>()
        .WithFix<AmbientClockCodeFix>();

    [Fact]
    public Task Readings_of_the_machine_clock_are_reported() =>
        Test.WithSource(
                """
                using System;
                using NodaTime;

                class C
                {
                    object A() => [|DateTime.Now|];
                    object B() => [|DateTime.UtcNow|].AddDays(1);
                    object D() => [|DateTime.Today|];
                    object E() => [|DateTimeOffset.Now|];
                    object F() => [|System.DateTimeOffset.UtcNow|];
                    object G() => [|TimeProvider.System.GetUtcNow()|];
                    object H() => [|SystemClock.Instance.GetCurrentInstant()|];
                }
                """
            )
            .ReportsAsync(
                "'DateTime.Now' reads the machine's clock; take an IClock or a TimeProvider instead",
                "'DateTime.UtcNow' reads the machine's clock; take an IClock or a TimeProvider instead",
                "'DateTime.Today' reads the machine's clock; take an IClock or a TimeProvider instead",
                "'DateTimeOffset.Now' reads the machine's clock; take an IClock or a TimeProvider instead",
                "'DateTimeOffset.UtcNow' reads the machine's clock; take an IClock or a TimeProvider instead",
                "'TimeProvider.System.GetUtcNow' reads the machine's clock; take an IClock or a TimeProvider instead",
                "'SystemClock.Instance.GetCurrentInstant' reads the machine's clock; take an IClock or a TimeProvider instead"
            );

    [Fact]
    public Task A_clock_that_is_handed_on_is_not_reported() =>
        Test.WithSource(
                """
                using System;
                using NodaTime;

                class C(TimeProvider time, IClock clock)
                {
                    C() : this(TimeProvider.System, SystemClock.Instance) { }
                    object A() => time.GetUtcNow();
                    object B() => clock.GetCurrentInstant();
                    string D() => nameof(DateTime.Now);
                    object E() => new Times().Now;
                    object F() => DateTime.MinValue;
                }

                class Times { public DateTime Now => default; }
                """
            )
            .ReportsAsync();

    [Fact]
    public Task Nothing_is_needed_of_NodaTime() =>
        Test.WithoutReference("NodaTime")
            .WithSource("class C { object A() => [|System.DateTime.Now|]; }")
            .ReportsAsync();

    [Fact]
    public Task The_fix_reads_a_TimeProvider_in_scope() =>
        Test.WithSource(
                """
                using System;
                using NodaTime;

                class C(TimeProvider time, IClock clock)
                {
                    object A() => DateTime.Now;
                    object B() => DateTime.UtcNow.AddDays(1);
                    object D() => DateTime.Today;
                    object E() => DateTimeOffset.Now;
                    object F() => System.DateTimeOffset.UtcNow;
                    object G() => TimeProvider.System.GetUtcNow();
                    object H() => SystemClock.Instance.GetCurrentInstant();
                    object Unused() => (time, clock);
                }
                """
            )
            .FixesAsync(
                """
                using System;
                using NodaTime;

                class C(TimeProvider time, IClock clock)
                {
                    object A() => time.GetLocalNow().LocalDateTime;
                    object B() => time.GetUtcNow().UtcDateTime.AddDays(1);
                    object D() => time.GetLocalNow().LocalDateTime.Date;
                    object E() => time.GetLocalNow();
                    object F() => time.GetUtcNow();
                    object G() => time.GetUtcNow();
                    object H() => clock.GetCurrentInstant();
                    object Unused() => (time, clock);
                }
                """
            );

    [Fact]
    public Task The_fix_reads_an_IClock_in_scope() =>
        Test.WithSource(
                """
                using System;
                using NodaTime;

                class C
                {
                    private readonly IClock _clock = SystemClock.Instance;
                    object A() => DateTime.UtcNow;
                    object B() => DateTimeOffset.UtcNow;
                    object D() => DateTime.Now;
                }
                """
            )
            .FixesAsync(
                """
                using System;
                using NodaTime;

                class C
                {
                    private readonly IClock _clock = SystemClock.Instance;
                    object A() => _clock.GetCurrentInstant().ToDateTimeUtc();
                    object B() => _clock.GetCurrentInstant().ToDateTimeOffset();
                    object D() => DateTime.Now;
                }
                """
            );

    [Theory]
    [InlineData("class C { object A() => System.DateTime.UtcNow; }")]
    [InlineData(
        "class C { System.TimeProvider _time = null!; static object A() => System.DateTime.UtcNow; }"
    )]
    [InlineData(
        "class C { System.TimeProvider _time = null!; object _a = System.DateTime.UtcNow; object B { get; } = System.DateTime.UtcNow; }"
    )]
    [InlineData(
        "class B(object a) { object A => a; } class C : B { System.TimeProvider _time = null!; C() : base(System.DateTime.UtcNow) { } }"
    )]
    [InlineData(
        "class C { object A(System.TimeProvider time) { System.Func<object> f = static () => System.DateTime.UtcNow; return f; } }"
    )]
    [InlineData(
        "class C(System.TimeProvider time) { object A() { return F() ?? time; static object F() => System.DateTime.UtcNow; } }"
    )]
    public Task There_is_no_fix_without_a_clock_in_scope(string source) =>
        Test.WithSource(source).OffersNoFixAsync();

    [Fact]
    public async Task It_is_a_suggestion()
    {
        var found = await Test.WithSource("class C { object A() => System.DateTime.Now; }")
            .DiagnosticsAsync();

        Assert.Equal(DiagnosticSeverity.Info, Assert.Single(found).Severity);
    }
}
