using NodaTime;

namespace Common.Time.Tests;

public sealed class SplitStopwatchTests
{
    private static readonly Duration Second = Duration.FromSeconds(1);

    private readonly ManualTime _time = new(1000);

    [Fact]
    public void Splits_add_up()
    {
        var watch = SplitStopwatch.StartNew(_time);
        _time.Timestamp = 1000;
        Assert.Equal(new StopwatchSplit(Second, Second), watch.Split());
        _time.Timestamp = 3000;
        Assert.Equal(new StopwatchSplit(Second * 3, Second * 2), watch.Split());
        Assert.Equal(2, watch.Splits.Count);
        Assert.Equal(Duration.MaxValue, watch.Leftover);
        Assert.False(watch.IsExpired);
    }

    [Fact]
    public void Leftover_and_expiry_follow_the_limit()
    {
        var watch = SplitStopwatch.StartNew(_time, Second * 2);
        _time.Timestamp = 1999;
        Assert.Equal(Duration.FromMilliseconds(1), watch.Leftover);
        Assert.False(watch.IsExpired);
        _time.Timestamp = 2000;
        Assert.True(watch.IsExpired);
        _time.Timestamp = 9000;
        Assert.Equal(Duration.Zero, watch.Leftover);
        var error = Assert.Throws<ArgumentOutOfRangeException>(() =>
            SplitStopwatch.StartNew(_time, -Second)
        );
        Assert.StartsWith(
            "The limit must not be negative.",
            error.Message,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void Pauses_do_not_count()
    {
        var watch = SplitStopwatch.StartNew(_time);
        _time.Timestamp = 1000;
        watch.Stop();
        watch.Stop();
        _time.Timestamp = 5000;
        Assert.Equal(Second, watch.Elapsed);
        Assert.False(watch.IsRunning);
        watch.Resume();
        watch.Resume();
        _time.Timestamp = 6000;
        Assert.Equal(Second * 2, watch.Elapsed);
        watch.Restart();
        Assert.Equal(Duration.Zero, watch.Elapsed);
        Assert.Empty(watch.Splits);
    }

    [Fact]
    public void Nothing_is_negative_even_if_the_counter_goes_back()
    {
        _time.Timestamp = 5000;
        var watch = SplitStopwatch.StartNew(_time, Second);
        _time.Timestamp = 1000;
        Assert.Equal(Duration.Zero, watch.Elapsed);
        Assert.Equal(Second, watch.Leftover);
    }
}
