using System.Diagnostics.Metrics;
using Microsoft.Extensions.DependencyInjection;

namespace Common.Config.Tests;

public sealed class ReloadMetricTests : IDisposable
{
    private readonly ConfigFolder _folder = new();

    [Fact]
    public void Reloads_are_counted_by_whether_they_took_effect()
    {
        Write("1", "1");
        using var config = new RunningConfig(_folder, services => services.AddMetrics());
        var factory = config.Get<IMeterFactory>();
        var counts = new SortedDictionary<string, long>(StringComparer.Ordinal);
        using var listener = new MeterListener();
        listener.InstrumentPublished = (instrument, self) =>
        {
            if (ReferenceEquals(instrument.Meter.Scope, factory))
            {
                self.EnableMeasurementEvents(instrument);
            }
        };
        listener.SetMeasurementEventCallback<long>(
            (instrument, count, tags, _) =>
            {
                var key = $"{instrument.Name} {tags[0].Key}={tags[0].Value}";
                counts[key] = counts.GetValueOrDefault(key) + count;
            }
        );
        listener.Start();

        Change(config, "2", "2");
        Change(config, "3", "3");
        Change(config, "4", "5"); // they must be equal
        Change(config, "3", "3"); // back at what is in effect: nothing changes

        Assert.Equal(
            [
                KeyValuePair.Create("common.config.reloads result=applied", 2L),
                KeyValuePair.Create("common.config.reloads result=refused", 1L),
            ],
            counts
        );
    }

    public void Dispose() => _folder.Dispose();

    private void Change(RunningConfig config, string left, string right)
    {
        Write(left, right);
        config.TickTwice();
    }

    private void Write(string left, string right) =>
        _folder.Write(
            "appsettings.json",
            $$"""
            { "Orders": { "Database": { "Password": "p" }, "Live": { "Left": {{left}}, "Right": {{right}} } } }
            """
        );
}
