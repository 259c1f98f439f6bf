using Common.Analyzers.CodeFixes.Time;
using Common.Analyzers.Time;

namespace Common.Analyzers.Tests.Time;

/// <summary>Tests of the fixes of CMN4004 to CMN4006.</summary>
public sealed class TimeFixTests
{
    private static readonly RoslynTest Watch = RoslynTest
        .Analyzer<StopwatchTimeoutAnalyzer>()
        .WithFix<StopwatchTimeoutCodeFix>();

    private static readonly RoslynTest Api = RoslynTest
        .Analyzer<DateTimeInApiAnalyzer>()
        .WithFix<DateTimeInApiCodeFix>();

    private static readonly RoslynTest Bare = RoslynTest
        .Analyzer<BareDurationAnalyzer>()
        .WithFix<BareDurationCodeFix>();

    [Fact]
    public Task CMN4004_the_fix_measures_on_the_provider_in_scope() =>
        Watch
            .WithSource(
                """
                using System;
                using System.Diagnostics;

                class C(TimeProvider time)
                {
                    void A(TimeSpan limit)
                    {
                        var watch = Stopwatch.StartNew();
                        while (watch.Elapsed < limit)
                        {
                            Console.WriteLine(watch.ElapsedMilliseconds);
                            Console.WriteLine(watch.ElapsedMilliseconds.ToString());
                        }
                    }

                    bool B(TimeProvider clock, long limit)
                    {
                        var started = Stopwatch.StartNew();
                        return limit <= started.ElapsedMilliseconds;
                    }

                    object Used() => time;
                }
                """
            )
            .FixesAsync(
                """
                using System;
                using System.Diagnostics;

                class C(TimeProvider time)
                {
                    void A(TimeSpan limit)
                    {
                        var watch = time.GetTimestamp();
                        while (time.GetElapsedTime(watch) < limit)
                        {
                            Console.WriteLine((long)time.GetElapsedTime(watch).TotalMilliseconds);
                            Console.WriteLine(((long)time.GetElapsedTime(watch).TotalMilliseconds).ToString());
                        }
                    }

                    bool B(TimeProvider clock, long limit)
                    {
                        var started = clock.GetTimestamp();
                        return limit <= (long)clock.GetElapsedTime(started).TotalMilliseconds;
                    }

                    object Used() => time;
                }
                """
            );

    [Theory]
    [InlineData("var w = Stopwatch.StartNew(); return w.Elapsed > limit;", "")] // no provider
    [InlineData(
        "var w = Stopwatch.StartNew(); w.Restart(); return w.Elapsed > limit;",
        "TimeProvider time"
    )]
    [InlineData("var w = new Stopwatch(); return w.Elapsed > limit;", "TimeProvider time")]
    [InlineData("return Stopwatch.GetElapsedTime(1) > limit;", "TimeProvider time")]
    public Task CMN4004_there_is_no_fix_where_more_than_a_local_is_at_stake(
        string body,
        string scope
    ) =>
        Watch
            .WithSource(
                $"using System; using System.Diagnostics; class C {{ bool A(TimeSpan limit{(scope.Length == 0 ? "" : ", " + scope)}) {{ {body} }} }}"
            )
            .OffersNoFixAsync();

    [Fact]
    public Task CMN4005_the_fix_declares_a_DateTimeOffset() =>
        Api.WithSource(
                """
                using System;

                public record Order(DateTime PlacedAt)
                {
                    public DateTime? Shipped { get; set; }
                    public DateTime Due = DateTime.UnixEpoch;
                    public DateTime Latest() => DateTime.UnixEpoch;
                    bool IsLate => Shipped > Due || Shipped?.AddDays(1) > Latest();
                }
                """
            )
            .FixesAsync(
                """
                using System;

                public record Order(DateTimeOffset PlacedAt)
                {
                    public DateTimeOffset? Shipped { get; set; }
                    public DateTimeOffset Due = DateTime.UnixEpoch;
                    public DateTimeOffset Latest() => DateTime.UnixEpoch;
                    bool IsLate => Shipped > Due || Shipped?.AddDays(1) > Latest();
                }
                """
            );

    [Theory]
    [InlineData("public DateTime At; DateTime Mine() => At;")]
    [InlineData("public void A(DateTime at) { B(at); } void B(DateTime at) { }")]
    public Task CMN4005_there_is_no_fix_where_a_DateTime_is_needed(string members) =>
        Api.WithSource($"using System; public class C {{ {members} }}").OffersNoFixAsync();

    [Fact]
    public Task CMN4006_the_fix_takes_a_TimeSpan_and_drops_the_unit() =>
        Bare.WithSource(
                """
                using System;

                public class Client
                {
                    public int TimeoutMs { get; set; }
                    public double RetryDelaySeconds = 1.5;

                    public Client() => TimeoutMs = 30;

                    public void Wait(long delayMs)
                    {
                        var all = delayMs + TimeoutMs;
                        Console.WriteLine($"{all} {this.RetryDelaySeconds}");
                    }
                }

                class User
                {
                    Client Make(int ms) => new() { TimeoutMs = ms + 1 };
                    void Use(Client client) => client.Wait(delayMs: 5);
                }
                """
            )
            .FixesAsync(
                """
                using System;

                public class Client
                {
                    public TimeSpan Timeout { get; set; }
                    public TimeSpan RetryDelay = TimeSpan.FromSeconds(1.5);

                    public Client() => Timeout = TimeSpan.FromMilliseconds(30);

                    public void Wait(TimeSpan delay)
                    {
                        var all = (long)delay.TotalMilliseconds + (int)Timeout.TotalMilliseconds;
                        Console.WriteLine($"{all} {this.RetryDelay.TotalSeconds}");
                    }
                }

                class User
                {
                    Client Make(int ms) => new() { Timeout = TimeSpan.FromMilliseconds(ms + 1) };
                    void Use(Client client) => client.Wait(delay: TimeSpan.FromMilliseconds(5));
                }
                """
            );

    [Theory]
    [InlineData("public int TimeoutMs; void A() => TimeoutMs++;")] // changed in place
    [InlineData("public int TimeoutMs; void A() => B(ref TimeoutMs); void B(ref int ms) { }")]
    [InlineData("public int TimeoutMs; public int Timeout;")] // the name is taken
    [InlineData("public void A(int delayMs = 5) { }")] // no constant of the other type
    [InlineData("public void A(int delayMs) { } System.Action<int> B() => A;")] // a method group
    public Task CMN4006_there_is_no_fix_where_a_number_is_needed(string members) =>
        Bare.WithSource($"public class C {{ {members} }}").OffersNoFixAsync();
}
