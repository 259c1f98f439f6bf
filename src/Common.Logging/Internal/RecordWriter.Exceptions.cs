namespace Common.Logging.Internal;

internal sealed partial class RecordWriter
{
    /// <summary>The most room that is kept for an exception while the fields are written.</summary>
    private const int ExceptionRoom = 4096;

    private int _kept;

    /// <summary>Keeps room for an exception behind the fields that follow.</summary>
    public void KeepRoomForException()
    {
        _kept = isJson ? Math.Min(ExceptionRoom, maxLine / 2) : 0;
        _limit -= _kept;
    }

    /// <summary>Writes the exception as a member of the JSON object. Not used for text.</summary>
    public void WriteExceptionMember(ExceptionText exception)
    {
        _limit += _kept;
        _kept = 0;
        var whole = _limit;
        Append(",\"exception\":{\"type\":"u8);
        _limit = Position + ((whole - Position) / 4);
        WriteQuoted(exception.Type);
        Append(",\"message\":"u8);
        _limit = Position + ((whole - Position) / 2);
        WriteQuoted(exception.Message);
        Append(",\"stacktrace\":\""u8);
        _limit = whole;
        for (var i = 0; i < exception.Lines.Count && !_isCut; i++)
        {
            if (i > 0)
            {
                WriteEscaped("\n");
            }

            WriteEscaped(exception.Lines[i]);
        }

        Append("\"}"u8);
    }

    /// <summary>Writes the exception as continuation lines of a text record. The buffer grows as it must.</summary>
    public void WriteExceptionLines(
        ExceptionText exception,
        EventPrefix prefix,
        EncodedContext context
    )
    {
        var wasCut = _isCut;
        WriteContinuation(exception.Header, prefix, context);
        foreach (var line in exception.Lines)
        {
            WriteContinuation(line, prefix, context);
        }

        _isCut |= wasCut;
    }

    private void WriteContinuation(string line, EventPrefix prefix, EncodedContext context)
    {
        Reserve(maxLine + prefix.Length + context.Length + Block.Slack);
        var start = Position;
        ref var from = ref At(start);
        Advance(ref from, ref WriteHead(ref from, 0, prefix));
        Append(context.Text);
        Append(prefix.Continuation);
        _limit = start + maxLine - TailLength;
        WriteEscaped(line);
        At(Position++) = (byte)'\n';
    }

    /// <summary>Makes room for so many bytes behind the last one.</summary>
    public void Reserve(int length)
    {
        if (Bytes.Length - Position < length)
        {
            var larger = new byte[Math.Max(Bytes.Length * 2, Position + length)];
            Bytes.AsSpan(0, Position).CopyTo(larger);
            Bytes = larger;
        }
    }
}
