namespace Common.Logging.Internal;

/// <summary>Takes the bytes of records. Called by the flusher only.</summary>
internal abstract class LogSink : IDisposable
{
    /// <summary>What is called when the sink begins to fail.</summary>
    public Action<Exception>? Failed { get; set; }

    /// <summary>Writes some or all of the bytes.</summary>
    /// <returns>How many were written: at least one.</returns>
    public abstract int Write(ReadOnlySpan<byte> bytes);

    /// <summary>Tells once that the sink fails.</summary>
    public void ReportFailure(Exception exception) => Failed?.Invoke(exception);

    /// <inheritdoc/>
    public virtual void Dispose() { }
}
