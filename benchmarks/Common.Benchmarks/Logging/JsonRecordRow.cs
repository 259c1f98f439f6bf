using Common.Logging;

namespace Common.Benchmarks.Logging;

/// <summary>One JSON record.</summary>
internal sealed class JsonRecordRow() : RecordRow(LogFormat.Json, 1.35);
