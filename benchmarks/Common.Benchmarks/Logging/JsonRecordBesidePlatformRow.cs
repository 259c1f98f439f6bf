using Common.Logging;

namespace Common.Benchmarks.Logging;

/// <summary>One JSON record.</summary>
internal sealed class JsonRecordBesidePlatformRow()
    : RecordBesidePlatformRow(LogFormat.Json, limit: 124, mostRatio: 1.35);
