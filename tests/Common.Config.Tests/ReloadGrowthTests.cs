namespace Common.Config.Tests;

/// <summary>Reloads keep nothing. Alone, since it counts the memory of the whole process.</summary>
[Collection(nameof(ReloadGrowthTests))]
[CollectionDefinition(nameof(ReloadGrowthTests), DisableParallelization = true)]
public sealed class ReloadGrowthTests : IDisposable
{
    private readonly ConfigFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_thousand_reloads_leave_one_timer_and_no_growth()
    {
        Write(0);
        using var service = new RunningConfig(_folder);
        for (var i = 1; i <= 100; i++)
        {
            Change(service, i);
        }

        var before = GC.GetTotalMemory(forceFullCollection: true);
        for (var i = 101; i <= 1100; i++)
        {
            Change(service, i);
        }

        var growth = GC.GetTotalMemory(forceFullCollection: true) - before;
        Assert.Equal(1, service.Time.Timers);
        Assert.Equal(1100, service.Options.Left);
        Assert.True(growth < 1_000_000, $"{growth} bytes more after a thousand reloads.");
    }

    private void Change(RunningConfig service, int value)
    {
        Write(value);
        service.TickTwice();
        service.Log.Clear();
    }

    private void Write(int value) =>
        _folder.Write(
            "appsettings.json",
            $$"""
            {"Orders":{"Database":{"Password":"p"},"Live":{"Left":{{value}},"Right":{{value}} },"Mirror":{"Left":{{value}} } } }
            """
        );
}
