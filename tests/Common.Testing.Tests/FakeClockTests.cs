using Common.Time;
using NodaTime;

namespace Common.Testing.Tests;

public sealed class FakeClockTests
{
    private static readonly Duration Second = Duration.FromSeconds(1);

    private readonly FakeClock _clock = new();
    private readonly List<string> _fired = [];

    private ITimer Timer(string name, double dueSeconds, double periodSeconds = -0.001) =>
        _clock.CreateTimer(
            _ => _fired.Add($"{name}@{_clock.GetTimestamp() / (double)_clock.TimestampFrequency}"),
            null,
            TimeSpan.FromSeconds(dueSeconds),
            TimeSpan.FromSeconds(periodSeconds)
        );

    [Fact]
    public void The_clock_and_the_provider_tell_one_time()
    {
        _clock.Advance(Duration.FromMilliseconds(1500));
        Assert.Equal(
            Instant.FromUtc(2000, 1, 1, 0, 0) + Duration.FromMilliseconds(1500),
            _clock.GetCurrentInstant()
        );
        Assert.Equal(_clock.GetCurrentInstant().ToDateTimeOffset(), _clock.GetUtcNow());
        Assert.Equal(TimeSpan.FromMilliseconds(1500), _clock.GetElapsedTime(0));
    }

    [Fact]
    public void Advance_fires_timers_in_the_order_of_their_times_each_at_its_own()
    {
        using var late = Timer("late", 3);
        using var early = Timer("early", 1);
        using var second = Timer("second", 1);
        using var never = Timer("never", -0.001);
        using var beyond = Timer("beyond", 5);
        _clock.Advance(Duration.FromSeconds(4));
        Assert.Equal(["early@1", "second@1", "late@3"], _fired);
        Assert.Equal(1, _clock.PendingTimers);
        Assert.Equal(TimeSpan.FromSeconds(4), _clock.GetElapsedTime(0));
    }

    [Fact]
    public void Advance_fires_a_periodic_timer_each_time()
    {
        using var timer = Timer("tick", 1, 2);
        _clock.Advance(Duration.FromSeconds(6));
        Assert.Equal(["tick@1", "tick@3", "tick@5"], _fired);
    }

    [Fact]
    public void Advance_fires_timers_that_callbacks_make_on_the_way()
    {
        using var first = _clock.CreateTimer(
            _ => _fired.Add(Timer("inner", 1) is not null ? "outer" : ""),
            null,
            TimeSpan.FromSeconds(1),
            Timeout.InfiniteTimeSpan
        );
        _clock.Advance(Duration.FromSeconds(2));
        Assert.Equal(["outer", "inner@2"], _fired);
    }

    [Fact]
    public void A_timer_without_delay_fires_at_once()
    {
        using var timer = Timer("now", 0);
        Assert.Equal(["now@0"], _fired);
        Assert.True(timer.Change(TimeSpan.FromSeconds(2), Timeout.InfiniteTimeSpan));
        Assert.True(timer.Change(TimeSpan.FromSeconds(1), Timeout.InfiniteTimeSpan));
        _clock.Advance(Duration.FromSeconds(5));
        Assert.Equal(["now@0", "now@1"], _fired);
    }

    [Fact]
    public void A_timer_takes_no_time_that_the_platforms_do_not_take()
    {
        var longest = TimeSpan.FromMilliseconds(uint.MaxValue - 1);
        using var timer = _clock.CreateTimer(_ => { }, null, longest, longest);
        foreach (var time in new[] { longest + TimeSpan.FromMilliseconds(1), TimeSpan.MaxValue })
        {
            Assert.Throws<ArgumentOutOfRangeException>(() => timer.Change(time, longest));
            Assert.Throws<ArgumentOutOfRangeException>(() => timer.Change(longest, time));
        }
    }

    [Fact]
    public async Task A_disposed_timer_neither_fires_nor_changes()
    {
        var timer = Timer("gone", 1);
        await timer.DisposeAsync();
        Assert.False(timer.Change(TimeSpan.Zero, TimeSpan.Zero));
        _clock.Advance(Duration.FromSeconds(5));
        Assert.Empty(_fired);
        Assert.Equal(0, _clock.PendingTimers);
    }

    [Fact]
    public void A_callback_may_advance_the_clock_itself()
    {
        using var jump = _clock.CreateTimer(
            _ => _clock.Advance(Duration.FromSeconds(10)),
            null,
            TimeSpan.FromSeconds(1),
            Timeout.InfiniteTimeSpan
        );
        using var timer = Timer("t", 2);
        _clock.Advance(Duration.FromSeconds(3));
        Assert.Equal(["t@2"], _fired);
        Assert.Equal(TimeSpan.FromSeconds(11), _clock.GetElapsedTime(0));
    }

    [Fact]
    public async Task Delays_and_cancellation_follow_the_clock()
    {
        var delay = Task.Delay(TimeSpan.FromSeconds(2), _clock, CancellationToken.None);
        using var source = new CancellationTokenSource(TimeSpan.FromSeconds(1), _clock);
        using var limit = Deadline
            .After(Duration.FromSeconds(3), _clock)
            .ToCancellation(CancellationToken.None);
        _clock.Advance(Second);
        Assert.True(source.IsCancellationRequested);
        Assert.False(delay.IsCompleted);
        _clock.Advance(Second);
        await delay;
        Assert.False(limit.IsCancellationRequested);
        _clock.Advance(Second);
        Assert.True(limit.IsCancellationRequested);
    }

    [Fact]
    public void A_callback_runs_in_the_execution_context_that_made_its_timer()
    {
        var local = new AsyncLocal<string> { Value = "made" };
        string? seen = null;
        using var timer = _clock.CreateTimer(
            _ => seen = local.Value,
            null,
            TimeSpan.FromSeconds(1),
            Timeout.InfiniteTimeSpan
        );
        local.Value = "advanced";
        _clock.Advance(Second);
        Assert.Equal("made", seen);
    }

    [Fact]
    public void AutoAdvance_moves_the_clock_after_each_reading()
    {
        _clock.AutoAdvance = Second;
        using var timer = Timer("t", 2);
        var start = _clock.GetCurrentInstant();
        Assert.Equal(start + Second, _clock.GetCurrentInstant());
        Assert.Single(_fired);
        _clock.AutoAdvance = Duration.Zero;
        Assert.Equal(_clock.GetCurrentInstant(), _clock.GetCurrentInstant());
    }

    [Fact]
    public void SetTimeOfDay_moves_neither_the_counter_nor_timers()
    {
        using var timer = Timer("t", 2);
        _clock.SetTimeOfDay(Instant.FromUtc(1990, 1, 1, 0, 0));
        Assert.Equal(Instant.FromUtc(1990, 1, 1, 0, 0), _clock.GetCurrentInstant());
        Assert.Equal(0, _clock.GetTimestamp());
        _clock.Advance(Duration.FromSeconds(2));
        Assert.Equal(["t@2"], _fired);
        Assert.Equal(Instant.FromUtc(1990, 1, 1, 0, 0, 2), _clock.GetCurrentInstant());
    }

    [Fact]
    public void AdvanceToNextTimer_goes_from_timer_to_timer()
    {
        using var one = Timer("one", 1);
        using var two = Timer("two", 7);
        Assert.True(_clock.AdvanceToNextTimer());
        Assert.True(_clock.AdvanceToNextTimer());
        Assert.False(_clock.AdvanceToNextTimer());
        Assert.Equal(["one@1", "two@7"], _fired);
    }

    [Fact]
    public void The_clock_does_not_go_back()
    {
        var text = "The clock only goes forward; use SetTimeOfDay to set it back.";
        var backward = Assert.Throws<ArgumentOutOfRangeException>(() => _clock.Advance(-Second));
        Assert.StartsWith(text, backward.Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentOutOfRangeException>(() =>
            _clock.AdvanceTo(_clock.GetCurrentInstant() - Second)
        );
        Assert.Throws<ArgumentOutOfRangeException>(() => _clock.AutoAdvance = -Second);
    }

    [Fact]
    public void An_exception_of_a_callback_comes_out_of_Advance_at_that_time()
    {
        using var bad = _clock.CreateTimer(
            _ => throw new InvalidOperationException("bad"),
            null,
            TimeSpan.FromSeconds(1),
            Timeout.InfiniteTimeSpan
        );
        Assert.Throws<InvalidOperationException>(() => _clock.Advance(Duration.FromSeconds(3)));
        Assert.Equal(TimeSpan.FromSeconds(1), _clock.GetElapsedTime(0));
    }
}
