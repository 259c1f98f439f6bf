using Common.Logging;

namespace Common.Benchmarks.Logging;

/// <summary>One JSON record beside those of others.</summary>
internal sealed class JsonPeersRow() : PeersRow(LogFormat.Json, 9);
