using NodaTime;

namespace Common.Time.Tests;

public sealed class UnixTimeTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(-1)]
    [InlineData(1_795_255_872)]
    [InlineData(-1_795_255_872)]
    [InlineData(long.MaxValue / 1_000_000_000)]
    public void Every_precision_is_read_and_written(long value)
    {
        Assert.Equal(value, UnixTime.ToSeconds(UnixTime.FromSeconds(value)));
        Assert.Equal(value, UnixTime.ToMilliseconds(UnixTime.FromMilliseconds(value)));
        Assert.Equal(value, UnixTime.ToMicroseconds(UnixTime.FromMicroseconds(value)));
        Assert.Equal(value, UnixTime.ToNanoseconds(UnixTime.FromNanoseconds(value)));
    }

    [Fact]
    public void What_is_finer_is_cut_off_towards_the_past()
    {
        var before = NodaConstants.UnixEpoch.PlusNanoseconds(-1);
        Assert.Equal(-1, UnixTime.ToSeconds(before));
        Assert.Equal(-1, UnixTime.ToMilliseconds(before));
        Assert.Equal(-1, UnixTime.ToMicroseconds(before));
        Assert.Equal(-1, UnixTime.ToNanoseconds(before));
        Assert.Equal(NodaConstants.UnixEpoch.PlusNanoseconds(-1000), UnixTime.FromMicroseconds(-1));
    }

    [Fact]
    public void The_edges_are_said()
    {
        Assert.Equal(
            long.MaxValue,
            UnixTime.ToNanoseconds(UnixTime.FromNanoseconds(long.MaxValue))
        );
        Assert.Equal(
            long.MinValue,
            UnixTime.ToNanoseconds(UnixTime.FromNanoseconds(long.MinValue))
        );
        Assert.Throws<OverflowException>(() => UnixTime.ToNanoseconds(Instant.MaxValue));
        Assert.Throws<ArgumentOutOfRangeException>(() => UnixTime.FromSeconds(long.MaxValue));
        Assert.Throws<ArgumentOutOfRangeException>(() => UnixTime.FromMicroseconds(long.MaxValue));
        Assert.Equal(
            Instant.MaxValue.ToUnixTimeSeconds() * 1_000_000 + 999_999,
            UnixTime.ToMicroseconds(Instant.MaxValue)
        );
    }
}
