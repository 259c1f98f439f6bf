using Common.Logging;

namespace Common.Benchmarks.Logging;

/// <summary>One text record beside those of others.</summary>
internal sealed class TextPeersRow() : PeersRow(LogFormat.Text, 3);
