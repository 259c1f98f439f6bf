using Common.Logging;

namespace Common.Benchmarks.Logging;

/// <summary>One text record.</summary>
internal sealed class TextRecordRow() : RecordRow(LogFormat.Text, 1.45);
