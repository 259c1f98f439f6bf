using Common.Logging;

namespace Common.Benchmarks.Logging;

/// <summary>One text record.</summary>
internal sealed class TextRecordBesidePlatformRow()
    : RecordBesidePlatformRow(LogFormat.Text, limit: 123, mostRatio: 1.45);
