using Common.Benchmarks.Runner;
using Common.Config;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Common.Benchmarks.Config;

/// <summary>What a request pays to read an option. The values are added up, four in a turn of the loop, so that nothing but the reading is measured.</summary>
internal sealed class ReadOptionRow : IRow, IDisposable
{
    private ServiceProvider? _ours;
    private ServiceProvider? _platforms;
    private volatile OneOption _field = new();

    public string Area => "Config";

    public string Title => "read one option";

    public IReadOnlyList<Contender> Prepare()
    {
        _ours = new ServiceCollection()
            .AddCommonConfig(
                new ConfigurationBuilder().Build(),
                typeof(ReadOptionRow).Assembly.GetName().Name
            )
            .BuildServiceProvider();
        _platforms = new ServiceCollection().AddOptions().BuildServiceProvider();
        var live = _ours.GetRequiredService<Live<OneOption>>();
        var monitor = _platforms.GetRequiredService<IOptionsMonitor<OneOption>>();
        if (live.Current.Size != 7 || monitor.CurrentValue.Size != 7)
        {
            throw new InvalidOperationException("The contenders do not read the same option.");
        }

        return
        [
            Contender.Baseline("IOptionsMonitor<T>.CurrentValue", count => Sum(monitor, count)),
            new("Live<T>.Current", count => Sum(live, count))
            {
                Goals = [Goal.Nanoseconds(2), Goal.Ratio(0.1)],
            },
            new("a volatile field", SumOfField),
        ];
    }

    public void Dispose()
    {
        _ours?.Dispose();
        _platforms?.Dispose();
    }

    private static void Sum(IOptionsMonitor<OneOption> monitor, int count)
    {
        var sum = 0L;
        for (var i = 0; i < count; i += 4)
        {
            sum += monitor.CurrentValue.Size;
            sum += monitor.CurrentValue.Size;
            sum += monitor.CurrentValue.Size;
            sum += monitor.CurrentValue.Size;
        }

        Sink.Keep(sum);
    }

    private static void Sum(Live<OneOption> live, int count)
    {
        var sum = 0L;
        for (var i = 0; i < count; i += 4)
        {
            sum += live.Current.Size;
            sum += live.Current.Size;
            sum += live.Current.Size;
            sum += live.Current.Size;
        }

        Sink.Keep(sum);
    }

    private void SumOfField(int count)
    {
        var sum = 0L;
        for (var i = 0; i < count; i += 4)
        {
            sum += _field.Size;
            sum += _field.Size;
            sum += _field.Size;
            sum += _field.Size;
        }

        Sink.Keep(sum);
    }
}
