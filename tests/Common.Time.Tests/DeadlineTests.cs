using System.Text;
using NodaTime;

namespace Common.Time.Tests;

public sealed class DeadlineTests
{
    private readonly ManualTime _time = new(1000);

    [Fact]
    public void Default_is_None_and_never_expires()
    {
        Assert.Equal(Deadline.None, default);
        Assert.True(Deadline.None.IsNone);
        Assert.False(Deadline.None.IsExpired);
        Assert.Equal(Duration.MaxValue, Deadline.None.Remaining);
        Assert.Equal("-", Deadline.None.ToString());
    }

    [Fact]
    public void Remaining_counts_down_to_zero_and_no_further()
    {
        var deadline = Deadline.After(Duration.FromSeconds(2), _time);
        Assert.Equal(Duration.FromSeconds(2), deadline.Remaining);
        _time.Timestamp = 1999;
        Assert.Equal(Duration.FromMilliseconds(1), deadline.Remaining);
        Assert.False(deadline.IsExpired);
        _time.Timestamp = 2000;
        Assert.True(deadline.IsExpired);
        _time.Timestamp = 5000;
        Assert.Equal(Duration.Zero, deadline.Remaining);
    }

    [Fact]
    public void After_is_not_moved_by_the_time_of_day()
    {
        var deadline = Deadline.After(Duration.FromSeconds(2), _time);
        _time.Now += TimeSpan.FromDays(400);
        Assert.Equal(Duration.FromSeconds(2), deadline.Remaining);
    }

    [Fact]
    public void After_limits_how_far_ahead_it_lies()
    {
        Assert.Equal(Deadline.MaxRemaining, Deadline.After(Duration.MaxValue, _time).Remaining);
        Assert.True(Deadline.After(Duration.Zero, _time).IsExpired);
        Assert.True(Deadline.After(Duration.MinValue, _time).IsExpired);
    }

    [Fact]
    public void Shorten_gives_the_earlier_one()
    {
        var deadline = Deadline.After(Duration.FromSeconds(2), _time);
        Assert.Equal(deadline, deadline.Shorten(Duration.FromSeconds(3), _time));
        Assert.Equal(
            Duration.FromSeconds(1),
            deadline.Shorten(Duration.FromSeconds(1), _time).Remaining
        );
        Assert.Equal(
            Duration.FromSeconds(1),
            Deadline.None.Shorten(Duration.FromSeconds(1), _time).Remaining
        );
    }

    [Theory]
    [InlineData("0", 0)]
    [InlineData("1500", 1500)]
    [InlineData("000001500", 1500)]
    [InlineData("999999999", 999_999_999)]
    public void TryParse_reads_remaining_milliseconds(string text, long milliseconds)
    {
        Assert.True(Deadline.TryParse(text, _time, out var deadline));
        Assert.Equal(Duration.FromMilliseconds(milliseconds), deadline.Remaining);
        Assert.True(Deadline.TryParse(Encoding.UTF8.GetBytes(text), _time, out var fromUtf8));
        Assert.Equal(deadline, fromUtf8);
    }

    [Theory]
    [InlineData("")]
    [InlineData("-1")]
    [InlineData("+1")]
    [InlineData(" 1")]
    [InlineData("1.5")]
    [InlineData("1s")]
    [InlineData("1000000000")]
    [InlineData("\u0661")]
    public void TryParse_rejects(string text)
    {
        Assert.False(Deadline.TryParse(text, _time, out var deadline));
        Assert.True(deadline.IsNone);
        Assert.False(Deadline.TryParse(Encoding.UTF8.GetBytes(text), _time, out _));
    }

    [Fact]
    public void TryFormat_writes_what_remains()
    {
        var deadline = Deadline.After(Duration.FromMilliseconds(1500), _time);
        _time.Timestamp = 300;
        Span<byte> utf8 = stackalloc byte[Deadline.MaxLength];
        Assert.True(deadline.TryFormat(utf8, out var bytes));
        Assert.Equal("1200", Encoding.UTF8.GetString(utf8[..bytes]));
        Span<char> text = stackalloc char[Deadline.MaxLength];
        Assert.True(deadline.TryFormat(text, out var written));
        Assert.Equal("1200", text[..written].ToString());
        Assert.False(deadline.TryFormat(text[..3], out _));
        Assert.False(Deadline.None.TryFormat(text, out _));
        Assert.Equal("1200 ms", deadline.ToString());
    }

    [Fact]
    public void ToCancellation_is_cancelled_when_the_time_is_up()
    {
        var deadline = Deadline.After(Duration.FromSeconds(2), _time);
        using var source = deadline.ToCancellation(CancellationToken.None);
        var timer = Assert.Single(_time.Timers);
        Assert.Equal(TimeSpan.FromSeconds(2), timer.DueTime);
        Assert.False(source.Token.IsCancellationRequested);
        _time.Timestamp = 2000;
        timer.Fire();
        Assert.True(source.Token.IsCancellationRequested);
    }

    [Fact]
    public void ToCancellation_waits_on_where_its_timer_fires_too_early()
    {
        var time = new ManualTime(1_000_000);
        var deadline = Deadline.After(Duration.FromMilliseconds(2) + Duration.FromTicks(10), time);
        using var source = deadline.ToCancellation(CancellationToken.None);
        var timer = Assert.Single(time.Timers);
        Assert.Equal(TimeSpan.FromMilliseconds(3), timer.DueTime); // the platform's timers know whole milliseconds only

        time.Timestamp = 2_000;
        timer.Fire();
        Assert.False(source.IsCancellationRequested);
        Assert.Equal(TimeSpan.FromMilliseconds(1), timer.DueTime);

        time.Timestamp = 2_001;
        timer.Fire();
        Assert.True(source.IsCancellationRequested);
        Assert.True(deadline.IsExpired);
    }

    [Fact]
    public void ToCancellation_is_cancelled_by_the_other_token()
    {
        using var other = new CancellationTokenSource();
        var deadline = Deadline.After(Duration.FromSeconds(2), _time);
        using var limited = deadline.ToCancellation(other.Token);
        using var unlimited = Deadline.None.ToCancellation(other.Token);
        other.Cancel();
        Assert.True(limited.IsCancellationRequested);
        Assert.True(unlimited.IsCancellationRequested);
    }

    [Fact]
    public void ToCancellation_of_an_expired_deadline_is_cancelled_at_once()
    {
        using var source = Deadline
            .After(Duration.Zero, _time)
            .ToCancellation(CancellationToken.None);
        Assert.True(source.IsCancellationRequested);
        Assert.Empty(_time.Timers);
    }

    [Fact]
    public void ToCancellation_disposes_its_timer_and_bears_a_late_tick()
    {
        var source = Deadline
            .After(Duration.FromSeconds(2), _time)
            .ToCancellation(CancellationToken.None);
        source.Dispose();
        var timer = Assert.Single(_time.Timers);
        Assert.True(timer.IsDisposed);
        Assert.Null(Record.Exception(timer.Fire));
    }
}
