using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace Common.Time.Tests;

public sealed class ClockTests
{
    private readonly ManualTime _time = new(1000);

    [Fact]
    public void TimeProviderClock_tells_the_providers_time()
    {
        _time.Now = DateTimeOffset.UnixEpoch.AddTicks(7);
        Assert.Equal(
            NodaConstants.UnixEpoch.PlusTicks(7),
            new TimeProviderClock(_time).GetCurrentInstant()
        );
    }

    [Fact]
    public void ClockTimeProvider_tells_the_clocks_time_and_leaves_timers_to_the_other()
    {
        var clock = new FixedClock(Instant.FromUnixTimeSeconds(42));
        var provider = new ClockTimeProvider(clock, _time);
        Assert.Equal(DateTimeOffset.FromUnixTimeSeconds(42), provider.GetUtcNow());
        _time.Timestamp = 9;
        Assert.Equal(9, provider.GetTimestamp());
        Assert.Equal(1000, provider.TimestampFrequency);
        using var timer = provider.CreateTimer(
            _ => { },
            null,
            TimeSpan.FromSeconds(1),
            Timeout.InfiniteTimeSpan
        );
        Assert.Same(timer, Assert.Single(_time.Timers));
    }

    [Fact]
    public void AddCommonTime_takes_the_machines_clock()
    {
        using var services = new ServiceCollection().AddCommonTime().BuildServiceProvider();
        Assert.Same(TimeProvider.System, services.GetRequiredService<TimeProvider>());
        Assert.IsType<TimeProviderClock>(services.GetRequiredService<IClock>());
    }

    [Fact]
    public void AddCommonTime_makes_the_clock_from_a_provider_registered_before_or_after()
    {
        _time.Now = DateTimeOffset.FromUnixTimeSeconds(42);
        var before = new ServiceCollection().AddSingleton<TimeProvider>(_time).AddCommonTime();
        var after = new ServiceCollection().AddCommonTime().AddSingleton<TimeProvider>(_time);
        foreach (var services in new[] { before, after })
        {
            using var provider = services.BuildServiceProvider();
            Assert.Equal(
                Instant.FromUnixTimeSeconds(42),
                provider.GetRequiredService<IClock>().GetCurrentInstant()
            );
        }
    }

    [Fact]
    public void AddCommonTime_makes_the_provider_from_a_registered_clock()
    {
        using var services = new ServiceCollection()
            .AddSingleton<IClock>(new FixedClock(Instant.FromUnixTimeSeconds(42)))
            .AddCommonTime()
            .BuildServiceProvider();
        Assert.Equal(
            DateTimeOffset.FromUnixTimeSeconds(42),
            services.GetRequiredService<TimeProvider>().GetUtcNow()
        );
    }
}
