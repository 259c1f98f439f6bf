namespace Common.Logging.Internal;

internal sealed partial class RecordWriter
{
    /// <summary>The most room that is kept for an exception while the fields are written.</summary>
    private const int ExceptionRoom = 4096;

    private int _kept;

    private static ReadOnlySpan<byte> CutMark => " truncated=true"u8;

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
        var wasCut = _isCut;
        _isCut = exception.IsCut;
        Append(",\"exception\":{\"type\":"u8);
        _limit = Position + ((whole - Position) / 4);
        WriteQuoted(exception.Type);
        Append(",\"message\":"u8);
        _limit = Position + ((whole - Position) / 2);
        WriteQuoted(exception.Message);
        Append(",\"stacktrace\":\""u8);
        _limit = whole;
        wasCut |= _isCut;
        _isCut = false; // whatever was cut before, there is room for the trace
        for (var i = 0; i < exception.Lines.Count && !_isCut; i++)
        {
            if (i > 0)
            {
                WriteEscaped("\n");
            }

            WriteEscaped(exception.Lines[i]);
        }

        _isCut |= wasCut;
        Append("\"}"u8);
    }

    /// <summary>Writes the exception as continuation lines of a text record. The buffer grows as it must.</summary>
    /// <param name="exception">The exception.</param>
    /// <param name="head">What its lines begin with.</param>
    /// <param name="most">How many bytes the whole record may take; lines beyond are left out.</param>
    public void WriteExceptionLines(ExceptionText exception, RecordHead head, int most)
    {
        var wasCut = _isCut;
        _isCut = exception.IsCut;
        WriteContinuation(exception.Header, head);
        foreach (var line in exception.Lines)
        {
            var end = Position;
            WriteContinuation(line, head);
            if (Position + CutMark.Length > most)
            {
                Position = end;
                _isCut = true;
                break;
            }
        }

        if (_isCut && !wasCut)
        {
            InsertCutMark();
        }

        _isCut |= wasCut;
    }

    /// <summary>Says at the end of the first line that lines behind it were cut.</summary>
    private void InsertCutMark()
    {
        Reserve(CutMark.Length);
        var end = Bytes.AsSpan(0, Position).IndexOf((byte)'\n');
        Bytes.AsSpan(end, Position - end).CopyTo(Bytes.AsSpan(end + CutMark.Length));
        CutMark.CopyTo(Bytes.AsSpan(end));
        Position += CutMark.Length;
    }

    private void WriteContinuation(string line, RecordHead head)
    {
        Reserve(maxLine + Block.Slack);
        var start = Position;
        ref var from = ref At(start);
        Advance(ref from, ref WriteHead(ref from, 0, head.Prefix));
        Append(head.Context.Text);
        Append(head.Prefix.Continuation);
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
