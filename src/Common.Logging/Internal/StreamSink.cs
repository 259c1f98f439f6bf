namespace Common.Logging.Internal;

/// <summary>Writes to a stream, which is opened for the first record.</summary>
internal sealed class StreamSink(Func<Stream> open) : LogSink
{
    private Stream? _stream;

    public override int Write(ReadOnlySpan<byte> bytes)
    {
        _stream ??= open();
        _stream.Write(bytes);
        _stream.Flush();
        return bytes.Length;
    }

    public override void Dispose()
    {
        _stream?.Dispose();
        _stream = null; // for a record after the end
        base.Dispose();
    }
}
