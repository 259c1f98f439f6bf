namespace Common.Tool.Logs;

/// <summary>A stream whose first bytes were looked at already, and are read all the same: a pipe can't go back to them.</summary>
internal sealed class BegunStream : Stream
{
    private readonly Stream _stream;
    private readonly byte[] _beginning;
    private int _position;

    /// <summary>Looks at the beginning of a stream.</summary>
    /// <param name="stream">The stream; it is disposed of with this one.</param>
    /// <param name="length">How many bytes to look at.</param>
    public BegunStream(Stream stream, int length)
    {
        _stream = stream;
        var beginning = new byte[length];
        var read = stream.ReadAtLeast(beginning, length, throwOnEndOfStream: false);
        _beginning = beginning[..read];
    }

    /// <summary>The first bytes; fewer than asked for if the stream is shorter.</summary>
    public ReadOnlySpan<byte> Beginning => _beginning;

    /// <inheritdoc/>
    public override bool CanRead => true;

    /// <inheritdoc/>
    public override bool CanSeek => false;

    /// <inheritdoc/>
    public override bool CanWrite => false;

    /// <inheritdoc/>
    public override long Length => throw new NotSupportedException();

    /// <inheritdoc/>
    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    /// <inheritdoc/>
    public override int Read(byte[] buffer, int offset, int count) =>
        Read(buffer.AsSpan(offset, count));

    /// <inheritdoc/>
    public override int Read(Span<byte> buffer)
    {
        if (_position == _beginning.Length)
        {
            return _stream.Read(buffer);
        }

        var count = Math.Min(buffer.Length, _beginning.Length - _position);
        _beginning.AsSpan(_position, count).CopyTo(buffer);
        _position += count;
        return count;
    }

    /// <inheritdoc/>
    public override void Flush() { }

    /// <inheritdoc/>
    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    /// <inheritdoc/>
    public override void SetLength(long value) => throw new NotSupportedException();

    /// <inheritdoc/>
    public override void Write(byte[] buffer, int offset, int count) =>
        throw new NotSupportedException();

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            _stream.Dispose();
        }

        base.Dispose(disposing);
    }
}
