using System.Diagnostics.Metrics;

namespace Common.Exceptions.Tests.Resilience;

/// <summary>Meters of one test, and what they counted.</summary>
internal sealed class CountingMeters : IMeterFactory
{
    private readonly Lock _gate = new();
    private readonly List<Meter> _meters = [];
    private readonly MeterListener _listener = new();
    private readonly SortedDictionary<string, long> _counts = new(StringComparer.Ordinal);

    public CountingMeters()
    {
        _listener.InstrumentPublished = (instrument, listener) =>
        {
            if (ReferenceEquals(instrument.Meter.Scope, this))
            {
                listener.EnableMeasurementEvents(instrument);
            }
        };
        _listener.SetMeasurementEventCallback<long>(
            (instrument, count, tags, _) =>
            {
                var key = $"{instrument.Name} {tags[0].Key}={tags[0].Value}";
                lock (_gate)
                {
                    _counts[key] = _counts.GetValueOrDefault(key) + count;
                }
            }
        );
        _listener.Start();
    }

    /// <summary>The sums, each as a line: the instrument, its tag, the sum.</summary>
    public IReadOnlyList<string> Lines
    {
        get
        {
            lock (_gate)
            {
                return [.. _counts.Select(pair => $"{pair.Key}: {pair.Value}")];
            }
        }
    }

    public Meter Create(MeterOptions options)
    {
        options.Scope = this;
        var meter = new Meter(options);
        _meters.Add(meter);
        return meter;
    }

    public void Dispose()
    {
        _listener.Dispose();
        _meters.ForEach(meter => meter.Dispose());
    }
}
