namespace Common.Logging.Internal;

/// <summary>Says on standard error that the sink fails, in the configured format.</summary>
internal static class SinkFailureReport
{
    /// <summary>How long standard error is waited for: the flusher has other things to do.</summary>
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(1);

    public static Action<Exception> To(
        LoggingOptions options,
        ServiceIdentity identity,
        TimeProvider time
    ) =>
        exception =>
        {
            using var provider = new CommonLoggerProvider(
                new LoggingOptions
                {
                    Format = options.Format,
                    JournalPriorities = options.JournalPriorities,
                },
                identity,
                time,
                new LevelRules(),
                new LastResortSink(),
                endLimit: Limit
            );
            provider.CreateLogger("Common.Logging").SinkFailed(exception);
        };

    /// <summary>A sink whose own failure nobody can be told.</summary>
    private sealed class LastResortSink : LogSink
    {
        private readonly LogSink _inner = Sinks.StandardError();

        public override void Dispose()
        {
            _inner.Dispose();
            base.Dispose();
        }

        public override int Write(ReadOnlySpan<byte> bytes)
        {
            try
            {
                return _inner.Write(bytes);
            }
            catch (IOException)
            {
                return bytes.Length;
            }
        }
    }
}
