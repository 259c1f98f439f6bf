using System.Diagnostics.Metrics;

namespace Common.Logging.Internal;

/// <summary>Counts records on the meter <c>Common</c>.</summary>
internal sealed class RecordMeter : IDisposable
{
    private readonly Meter _meter;

    public RecordMeter(IMeterFactory factory, RecordPipeline pipeline)
    {
        _meter = factory.Create("Common");
        _meter.CreateObservableCounter(
            "common.log.records",
            () => Written(pipeline),
            "{record}",
            "Log records that were written, by severity."
        );
        _meter.CreateObservableCounter(
            "common.log.dropped",
            () => pipeline.DroppedRecords,
            "{record}",
            "Log records that were dropped since nobody took them."
        );
        _meter.CreateObservableCounter(
            "common.log.truncated",
            () => pipeline.CutRecords,
            "{record}",
            "Log records that were cut at the longest line."
        );
        _meter.CreateObservableCounter(
            "common.log.sink_failures",
            () => pipeline.SinkFailures,
            "{attempt}",
            "Attempts to write log records that failed."
        );
    }

    /// <summary>The meter.</summary>
    public Meter Meter => _meter;

    public void Dispose() => _meter.Dispose();

    private static IEnumerable<Measurement<long>> Written(RecordPipeline pipeline)
    {
        for (var i = 0; i < Severity.Count; i++)
        {
            yield return new Measurement<long>(
                pipeline.WrittenOf(i),
                new KeyValuePair<string, object?>("severity", Severity.At(i).Text)
            );
        }
    }
}
