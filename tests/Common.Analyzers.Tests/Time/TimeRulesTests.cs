using Common.Analyzers.CodeFixes.Time;
using Common.Analyzers.Time;

namespace Common.Analyzers.Tests.Time;

/// <summary>Tests of CMN4002 to CMN4006.</summary>
public sealed class TimeRulesTests
{
    [Fact]
    public Task CMN4002_local_times_are_reported_and_fixed()
    {
        var test = RoslynTest.Analyzer<LocalTimeAnalyzer>().WithFix<LocalTimeCodeFix>();
        return test.WithSource(
                """
                using System;

                class C(TimeProvider time, DateTimeOffset at)
                {
                    object A() => time.GetLocalNow();
                    object B() => at.LocalDateTime.Date;
                    object D() => at.ToLocalTime();
                    object E() => new DateTime(1).ToLocalTime();
                    object F() => TimeZoneInfo.Local;
                }
                """
            )
            .FixesAsync(
                """
                using System;

                class C(TimeProvider time, DateTimeOffset at)
                {
                    object A() => time.GetUtcNow();
                    object B() => at.UtcDateTime.Date;
                    object D() => at.ToUniversalTime();
                    object E() => new DateTime(1).ToUniversalTime();
                    object F() => TimeZoneInfo.Utc;
                }
                """
            );
    }

    [Fact]
    public Task CMN4002_says_what_and_reports_nothing_else() =>
        RoslynTest
            .Analyzer<LocalTimeAnalyzer>()
            .WithSource(
                """
                using System;

                class C(TimeProvider time)
                {
                    object A() => [|time.GetLocalNow()|];
                    object B() => time.GetUtcNow().UtcDateTime;
                    object D() => new Own().ToLocalTime();
                    object E() => TimeZoneInfo.Utc;
                }

                class Own { public Own ToLocalTime() => this; }
                """
            )
            .ReportsAsync(
                "'TimeProvider.GetLocalNow' depends on the zone of the machine; keep times in UTC and name the zone where people read them"
            );

    private static readonly RoslynTest Sleep = RoslynTest
        .Analyzer<ThreadSleepAnalyzer>()
        .WithFix<ThreadSleepCodeFix>();

    [Fact]
    public Task CMN4003_Thread_Sleep_is_reported() =>
        Sleep
            .WithSource(
                """
                using System;
                using System.Threading;

                class C
                {
                    void A() { [|Thread.Sleep(1)|]; [|Thread.Sleep(TimeSpan.Zero)|]; Sleep(1); Thread.Yield(); }
                    void Sleep(int x) { }
                }
                """
            )
            .ReportsAsync(
                "'Thread.Sleep' holds a thread; await Task.Delay with a TimeProvider, or what is waited for",
                "'Thread.Sleep' holds a thread; await Task.Delay with a TimeProvider, or what is waited for"
            );

    [Fact]
    public Task CMN4003_the_fix_awaits_in_an_async_method() =>
        Sleep
            .WithSource(
                """
                using System;
                using System.Threading;
                using System.Threading.Tasks;

                class C
                {
                    async Task A()
                    {
                        await Task.Yield();
                        Thread.Sleep(1); // one
                        Thread.Sleep(TimeSpan.Zero);
                        Thread.Sleep(millisecondsTimeout: 2);
                    }
                }
                """
            )
            .FixesAsync(
                """
                using System;
                using System.Threading;
                using System.Threading.Tasks;

                class C
                {
                    async Task A()
                    {
                        await Task.Yield();
                        await Task.Delay(1); // one
                        await Task.Delay(TimeSpan.Zero);
                        await Task.Delay(2);
                    }
                }
                """
            );

    [Theory]
    [InlineData("class C { void A() => System.Threading.Thread.Sleep(1); }")]
    [InlineData(
        "class C { async System.Threading.Tasks.Task A() { await System.Threading.Tasks.Task.Yield(); lock (this) { System.Threading.Thread.Sleep(1); } } }"
    )]
    public Task CMN4003_there_is_no_fix_where_nothing_can_be_awaited(string source) =>
        Sleep.WithSource(source).OffersNoFixAsync();

    [Fact]
    public Task CMN4004_a_Stopwatch_that_decides_is_reported() =>
        RoslynTest
            .Analyzer<StopwatchTimeoutAnalyzer>()
            .WithSource(
                """
                using System;
                using System.Diagnostics;

                class C(Stopwatch watch, TimeSpan limit, TimeProvider time)
                {
                    bool A() => [|watch.Elapsed > limit|];
                    bool B() => [|watch.ElapsedMilliseconds >= 5|];
                    bool D() => [|1.5 < watch.Elapsed.TotalSeconds|];
                    bool E() => [|Stopwatch.GetElapsedTime(1) <= limit|];
                    TimeSpan F() => watch.Elapsed;
                    bool G() => time.GetElapsedTime(1) > limit;
                    bool H() => watch.Elapsed == limit;
                }
                """
            )
            .ReportsAsync([
                .. Enumerable.Repeat(
                    "This decides by a Stopwatch, which a test cannot move; use a Deadline, or GetElapsedTime of a TimeProvider",
                    4
                ),
            ]);

    [Fact]
    public Task CMN4005_a_DateTime_that_others_see_is_reported() =>
        RoslynTest
            .Analyzer<DateTimeInApiAnalyzer>()
            .WithSource(
                """
                using System;

                public class C : I
                {
                    public DateTime [|Made|] { get; set; }
                    public DateTime? [|Gone|]() => null;
                    protected void D(DateTime [|at|]) { }
                    public DateTime [|Field|];
                    public DateTime Given() => default;
                    internal DateTime E() => default;
                    private DateTime _f;
                    public DateTimeOffset G() => new(_f);
                }

                internal class Hidden { public DateTime Made { get; set; } }

                internal interface I { DateTime Given(); }
                """
            )
            .ReportsAsync(
                "'Made' has a DateTime, which does not say in which zone it is; use Instant, OffsetDateTime or DateTimeOffset",
                "'Gone' has a DateTime, which does not say in which zone it is; use Instant, OffsetDateTime or DateTimeOffset",
                "'at' has a DateTime, which does not say in which zone it is; use Instant, OffsetDateTime or DateTimeOffset",
                "'Field' has a DateTime, which does not say in which zone it is; use Instant, OffsetDateTime or DateTimeOffset"
            );

    [Fact]
    public Task CMN4006_a_duration_as_a_number_is_reported() =>
        RoslynTest
            .Analyzer<BareDurationAnalyzer>()
            .WithSource(
                """
                public class C
                {
                    public int [|TimeoutMs|] { get; set; }
                    public void A(long [|retryAfterSeconds|], int seconds, int openHours, string timeoutMs) { }
                    public double [|MaxDelayMilliseconds|];
                    private int _timeoutMs = 1;
                    internal int WaitSeconds => _timeoutMs;
                    public int Items { get; set; }
                    public System.TimeSpan Timeout { get; set; }
                }
                """
            )
            .ReportsAsync(
                "'TimeoutMs' is a duration as a bare number; use Duration or TimeSpan, so that nobody can mistake the unit",
                "'retryAfterSeconds' is a duration as a bare number; use Duration or TimeSpan, so that nobody can mistake the unit",
                "'MaxDelayMilliseconds' is a duration as a bare number; use Duration or TimeSpan, so that nobody can mistake the unit"
            );
}
