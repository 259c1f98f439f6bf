using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Common.Logging.Internal;

/// <summary>Writes records into a buffer, in either format.</summary>
/// <remarks>
/// Not thread-safe. Before a record begins, the buffer has room for a whole line; within it everything is held against
/// <see cref="_limit"/>, behind which there is room for what closes the record.
/// </remarks>
internal sealed partial class RecordWriter(
    bool isJson,
    bool hasPriorities,
    int maxLine,
    RecordClock clock
)
{
    /// <summary>What the end of a record takes at most: closing braces, the mark of a cut record, the end of the line.</summary>
    private const int TailLength = 64;

    private readonly SecondCache _second = new(clock);
    private int _start;
    private int _limit;
    private int _fields;
    private bool _isCut;

    /// <summary>Where records are written.</summary>
    public byte[] Bytes { get; set; } = [];

    /// <summary>Behind the last byte that is written.</summary>
    public int Position { get; set; }

    /// <summary>The longest line.</summary>
    public int MaxLine => maxLine;

    /// <summary>Whether the record that was ended last was cut.</summary>
    public bool IsCut => _isCut;

    /// <summary>Begins a record: writes all up to its fields.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Begin(long reading, EventPrefix prefix, EncodedContext context)
    {
        _start = Position;
        _limit = Position + maxLine - TailLength;
        _isCut = false;
        WriteHead(reading, prefix);
        if (isJson)
        {
            Append(context.Json);
        }
        else
        {
            Append(context.Text);
            Append(prefix.AfterContext);
        }
    }

    /// <summary>Begins a record whose body is not that of its event.</summary>
    public void Begin(long reading, EventPrefix prefix, EncodedContext context, string body)
    {
        _start = Position;
        _limit = Position + (maxLine / 2);
        _isCut = false;
        WriteHead(reading, prefix);
        if (isJson)
        {
            WriteQuoted(body);
            _limit = _start + maxLine - TailLength;
            Append(context.Json);
        }
        else
        {
            Append(context.Text);
            Append(prefix.AfterContext);
            WriteBody(body);
            _limit = _start + maxLine - TailLength;
        }
    }

    /// <summary>Begins the fields. Between this and <see cref="EndFields"/> the methods of <see cref="Abstractions.ILogFieldWriter"/> are called.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void BeginFields()
    {
        if (isJson)
        {
            Append(",\"attributes\":"u8);
        }

        _fields = Position;
    }

    /// <summary>Ends the fields.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void EndFields()
    {
        if (!isJson)
        {
            return;
        }

        if (Position == _fields)
        {
            Position -= ",\"attributes\":".Length;
            return;
        }

        At(_fields) = (byte)'{'; // was the comma of the first field
        At(Position++) = (byte)'}';
    }

    /// <summary>Ends the line.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void End()
    {
        if (_isCut)
        {
            Append(isJson ? ",\"truncated\":true"u8 : " truncated=true"u8);
        }

        if (isJson)
        {
            At(Position++) = (byte)'}';
        }

        At(Position++) = (byte)'\n';
    }

    /// <summary>Takes back fields whose values could not be read, and writes a note instead.</summary>
    public void Abandon(int position, string note)
    {
        Position = position;
        _isInList = false;
        Write(",\"unreadable_fields\":"u8, note);
    }

    /// <summary>Writes the time of a record that was written elsewhere, at the beginning of each of its lines.</summary>
    public void Stamp(int start, long reading)
    {
        var offset = (isJson ? "{\"timestamp\":\"".Length : 0) + (hasPriorities ? 3 : 0);
        for (var line = start; line < Position; )
        {
            _second.Write(ref At(line + offset), reading);
            line += Bytes.AsSpan(line, Position - line).IndexOf((byte)'\n') + 1;
        }
    }

    /// <summary>Takes over whether a record that was written elsewhere was cut.</summary>
    public void TakeOver(RecordWriter other) => _isCut = other._isCut;

    /// <summary>Makes the buffer at least so large, and at most twice as large as it is or as large as the bound.</summary>
    public void Grow(int least, int most)
    {
        var larger = new byte[Math.Max(least, Math.Min(Bytes.Length * 2, most))];
        Bytes.AsSpan(0, Position).CopyTo(larger);
        Bytes = larger;
    }

    /// <summary>Copies bytes.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Append(ReadOnlySpan<byte> bytes)
    {
        bytes.CopyTo(MemoryMarshal.CreateSpan(ref At(Position), Bytes.Length - Position));
        Position += bytes.Length;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void WriteHead(long reading, EventPrefix prefix)
    {
        if (hasPriorities)
        {
            At(Position++) = (byte)'<';
            At(Position++) = prefix.Priority;
            At(Position++) = (byte)'>';
        }

        if (isJson)
        {
            Append("{\"timestamp\":\""u8);
        }

        _second.Write(ref At(Position), reading);
        Position += SecondCache.Length;
        Append(prefix.BeforeContext);
    }

    /// <summary>A byte of the buffer; the callers see to it that it is there.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private ref byte At(int position) =>
        ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(Bytes), position);

    /// <summary>Whether the record has room for so many bytes more; if not, it is marked as cut.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private bool Fits(int length)
    {
        if (Position + length <= _limit)
        {
            return true;
        }

        _isCut = true;
        return false;
    }

    private void WriteBody(string body)
    {
        if (EscapedText.NeedsQuotes(body))
        {
            WriteQuoted(body);
        }
        else
        {
            // No quotation mark is escaped here: only the first character could end the body, and it is none.
            WriteRaw(body);
        }
    }

    private Span<byte> Rest => Bytes.AsSpan(Position, _limit - Position);
}
