namespace Common.Tool.Logs;

/// <summary>Reads a stream of any size in blocks of whole lines, in constant memory.</summary>
/// <remarks>Of a line that is longer than a block only its beginning is read; no record of ours is that long.</remarks>
/// <param name="stream">What to read. The caller disposes it.</param>
/// <param name="blockSize">How many bytes a block has at most.</param>
internal sealed class LineBlocks(Stream stream, int blockSize = LineBlocks.UsualSize)
{
    private const int UsualSize = 1 << 20;

    private readonly byte[] _buffer = new byte[blockSize];
    private int _length;
    private int _handedOut;
    private bool _skipsRestOfLine;
    private bool _atEnd;

    /// <summary>Reads the next block.</summary>
    /// <param name="lines">Whole lines, the last one perhaps without its end. Valid until the next call.</param>
    /// <returns><see langword="false"/> at the end of the stream.</returns>
    public bool TryRead(out ReadOnlySpan<byte> lines)
    {
        while (true)
        {
            Fill();
            if (_skipsRestOfLine && !TrySkipRestOfLine())
            {
                if (_atEnd)
                {
                    break;
                }

                continue;
            }

            if (_length == 0)
            {
                break;
            }

            var end = _buffer.AsSpan(0, _length).LastIndexOf((byte)'\n') + 1;
            _skipsRestOfLine = end == 0 && !_atEnd;
            _handedOut = end == 0 || _atEnd ? _length : end;
            lines = _buffer.AsSpan(0, _handedOut);
            return true;
        }

        lines = default;
        return false;
    }

    private void Fill()
    {
        _buffer.AsSpan(_handedOut, _length - _handedOut).CopyTo(_buffer);
        _length -= _handedOut;
        _handedOut = 0;
        while (!_atEnd && _length < _buffer.Length)
        {
            var read = stream.Read(_buffer, _length, _buffer.Length - _length);
            _atEnd = read == 0;
            _length += read;
            // What has arrived is shown at once: standard input may be a service that still runs.
            if (_buffer.AsSpan(_length - read, read).Contains((byte)'\n'))
            {
                return;
            }
        }
    }

    private bool TrySkipRestOfLine()
    {
        var end = _buffer.AsSpan(0, _length).IndexOf((byte)'\n') + 1;
        _skipsRestOfLine = end == 0;
        _handedOut = end == 0 ? _length : end;
        Fill();
        return end > 0;
    }
}
