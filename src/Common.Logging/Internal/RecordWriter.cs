using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

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

    private const int PriorityLength = 3;
    private const ushort ClosingBraces = ('}' << 8) | '}';
    private const string AttributesMember = ",\"attributes\":";

    private readonly SecondCache _second = new(clock, isJson ? "{\"timestamp\":\""u8 : default);
    private readonly int _mostPlainHead = (maxLine / 2) - TailLength;
    private int _limit;
    private int _fields;
    private bool _isCut;

    /// <summary>Where records are written.</summary>
    public byte[] Bytes { get; set; } = [];

    /// <summary>Behind the last byte that is written.</summary>
    public int Position { get; set; }

    /// <summary>The longest line.</summary>
    public int MaxLine => maxLine;

    /// <summary>The longest beginning of a record: behind it there is room for an empty exception and what closes the record.</summary>
    public int MostHead => maxLine - (2 * TailLength);

    /// <summary>Whether the record that was ended last was cut.</summary>
    public bool IsCut => _isCut;

    /// <summary>Whether a record's beginning leaves at least half a line for what follows it.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool HasRoomFor(EventPrefix prefix, EncodedContext context) =>
        prefix.Length + context.Length <= _mostPlainHead;

    /// <summary>Begins a record: writes all up to its fields, which the methods of <see cref="Abstractions.ILogFieldWriter"/> write.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Begin(long reading, EventPrefix prefix, EncodedContext context)
    {
        var start = Position;
        _limit = start + maxLine - TailLength;
        _isCut = false;
        ref var from = ref At(start);
        ref var at = ref WriteHead(ref from, reading, prefix);
        if (isJson)
        {
            at = ref context.Json.CopyTo(ref at);
        }
        else
        {
            at = ref context.Text.CopyTo(ref at);
            at = ref prefix.AfterContext.CopyTo(ref at);
        }

        _fields = start + (int)Unsafe.ByteOffset(ref from, ref at);
        Position = _fields;
    }

    /// <summary>Begins a record whose body is not that of its event. It is cut so that half a line is left, or what the request needs.</summary>
    public void Begin(long reading, EventPrefix prefix, EncodedContext context, string body)
    {
        var start = Position;
        BeginBody(reading, prefix, context);
        _limit = start + (maxLine / 2);
        if (isJson)
        {
            _limit = Math.Min(_limit, start + MostHead - context.Json.Length);
            WriteQuoted(body);
        }
        else
        {
            WriteBody(body);
        }

        _limit = start + maxLine - TailLength;
        EndBody(context);
    }

    /// <summary>Begins a record whose body follows, up to <see cref="EndBody"/>.</summary>
    /// <returns>This writer.</returns>
    public RecordWriter BeginBody(long reading, EventPrefix prefix, EncodedContext context)
    {
        var start = Position;
        _limit = start + maxLine - TailLength;
        _isCut = false;
        ref var from = ref At(start);
        ref var at = ref WriteHead(ref from, reading, prefix);
        if (!isJson)
        {
            at = ref context.Text.CopyTo(ref at);
            at = ref prefix.AfterContext.CopyTo(ref at);
        }

        Advance(ref from, ref at);
        return this;
    }

    /// <summary>Ends a body. The fields follow.</summary>
    public void EndBody(EncodedContext context)
    {
        if (isJson)
        {
            Append(context.Json);
        }

        _fields = Position;
    }

    /// <summary>Ends the fields, for an exception or <see cref="EndLine"/> to follow.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void EndFields()
    {
        if (!isJson)
        {
            return;
        }

        if (Position == _fields)
        {
            Position -= AttributesMember.Length;
            return;
        }

        At(_fields) = (byte)'{'; // was the comma of the first field
        At(Position++) = (byte)'}';
    }

    /// <summary>Ends the line.</summary>
    public void EndLine()
    {
        if (_isCut)
        {
            Append(isJson ? ",\"truncated\":true"u8 : CutMark);
        }

        if (isJson)
        {
            At(Position++) = (byte)'}';
        }

        At(Position++) = (byte)'\n';
    }

    /// <summary>Ends the fields and the line.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void End()
    {
        var position = Position;
        if (_isCut || position == _fields)
        {
            EndFields();
            EndLine();
        }
        else if (isJson)
        {
            At(_fields) = (byte)'{'; // was the comma of the first field
            Unsafe.WriteUnaligned(ref At(position), ClosingBraces);
            At(position + 2) = (byte)'\n';
            Position = position + 3;
        }
        else
        {
            At(position) = (byte)'\n';
            Position = position + 1;
        }
    }

    /// <summary>Says that the record does not have all that it should.</summary>
    public void MarkCut() => _isCut = true;

    /// <summary>Takes back what is behind a position.</summary>
    public void TakeBack(int position)
    {
        Position = position;
        _limit = _isInList ? _outerLimit : _limit;
        _isInList = false;
    }

    /// <summary>Writes the time of a record that was written elsewhere, at the beginning of each of its lines.</summary>
    public void Stamp(int start, long reading)
    {
        var offset = hasPriorities ? PriorityLength : 0;
        for (var line = start; line < Position; )
        {
            _second.Overwrite(ref At(line + offset), reading);
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

    /// <summary>Copies bytes for which there is room.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Append(Block block)
    {
        block.CopyTo(ref At(Position));
        Position += block.Length;
    }

    /// <summary>Copies what stands at a place of the record, for which there is room.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Repeat(int place, int length)
    {
        ref var source = ref At(place);
        ref var target = ref At(Position);
        for (var i = 0; i < length; i += Vector512<byte>.Count)
        {
            Vector512.LoadUnsafe(ref source, (nuint)i).StoreUnsafe(ref target, (nuint)i);
        }

        Position += length;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private ref byte WriteHead(ref byte at, long reading, EventPrefix prefix)
    {
        if (hasPriorities)
        {
            at = (byte)'<';
            Unsafe.Add(ref at, 1) = prefix.Priority;
            Unsafe.Add(ref at, 2) = (byte)'>';
            at = ref Unsafe.Add(ref at, PriorityLength);
        }

        at = ref _second.Write(ref at, reading);
        return ref prefix.BeforeContext.CopyTo(ref at);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void Advance(ref byte from, ref byte to) =>
        Position += (int)Unsafe.ByteOffset(ref from, ref to);

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

    private Span<byte> Rest => Bytes.AsSpan(Position, Math.Max(0, _limit - Position));
}
