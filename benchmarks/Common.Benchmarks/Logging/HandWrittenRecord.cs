using System.Diagnostics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Text;
using Common.Context;

namespace Common.Benchmarks.Logging;

/// <summary>
/// The limit: one event, no logger, no levels, no bounds. Everything that does not change is encoded beforehand, the second is cached,
/// digits are written in pairs. It does what no correct way can leave out: it asks whose request it is, reads the clock to the
/// microsecond, and locks the buffer that it shares with whoever takes the records out.
/// </summary>
internal sealed unsafe class HandWrittenRecord
{
    private const int BufferLength = 1 << 20;
    private const int MostLength = 1024;
    private const long NanosecondsPerSecond = 1_000_000_000;

    private readonly byte* _buffer = (byte*)NativeMemory.AllocZeroed(BufferLength);
    private readonly byte* _second = (byte*)NativeMemory.AllocZeroed(64);
    private readonly byte* _middle;
    private readonly int _middleLength;
    private readonly byte* _pairs = (byte*)NativeMemory.AllocZeroed(200);
    private readonly int _headLength;
    private readonly bool _isJson;
    private long _secondStart = long.MaxValue;
    private readonly RequestContext _context;
    private ExecutionContext? _flow;
    private int _position;
    private int _lock;
    private readonly Taker? _full;

    /// <summary>Encodes what does not change.</summary>
    /// <param name="head">What stands before the time.</param>
    /// <param name="middle">All from the time to the value of the first field.</param>
    /// <param name="isJson">Whether the names of fields are those of JSON.</param>
    /// <param name="context">The context that is encoded in <paramref name="middle"/>.</param>
    /// <param name="full">Called with the records before they are written over.</param>
    public HandWrittenRecord(
        string head,
        string middle,
        bool isJson,
        RequestContext context,
        Taker? full = null
    )
    {
        _full = full;
        _isJson = isJson;
        _context = context;
        _headLength = head.Length;
        Copy(head, _second);
        _middle = Copy(middle, (byte*)NativeMemory.AllocZeroed((nuint)middle.Length + 64));
        _middleLength = middle.Length;
        for (var i = 0; i < 100; i++)
        {
            _pairs[2 * i] = (byte)('0' + (i / 10));
            _pairs[(2 * i) + 1] = (byte)('0' + (i % 10));
        }
    }

    /// <summary>Takes records.</summary>
    public delegate void Taker(ReadOnlySpan<byte> records);

    /// <summary>Writes one record.</summary>
    public int Write(long orderId, int items, decimal total)
    {
        while (Interlocked.CompareExchange(ref _lock, 1, 0) != 0)
            Thread.SpinWait(1);
        var flow = ExecutionContext.Capture();
        if (!ReferenceEquals(flow, _flow))
            Follow(flow);
        var length = WriteAlone(orderId, items, total);
        Volatile.Write(ref _lock, 0);
        return length;
    }

    /// <summary>Hands over what is left.</summary>
    public void Flush()
    {
        while (Interlocked.CompareExchange(ref _lock, 1, 0) != 0)
            Thread.SpinWait(1);
        Empty();
        Volatile.Write(ref _lock, 0);
    }

    /// <summary>The same without the lock and the context: one thread that works for one request for ever.</summary>
    public int WriteAlone(long orderId, int items, decimal total)
    {
        if (_position > BufferLength - MostLength)
            Empty();
        var start = _buffer + _position;
        var p = WriteTime(start);
        Unsafe.CopyBlockUnaligned(p, _middle, (uint)_middleLength);
        p = WriteNumber(p + _middleLength, (ulong)orderId);
        p = _isJson ? Constant(p, ",\"items\":"u8) : Constant(p, " items="u8);
        p = WriteNumber(p, (ulong)items);
        p = _isJson ? Constant(p, ",\"total\":"u8) : Constant(p, " total="u8);
        p = WriteDecimal(p, total);
        p = _isJson ? Constant(p, "}}\n"u8) : Constant(p, "\n"u8);
        var length = (int)(p - start);
        _position += length;
        return length;
    }

    private void Empty()
    {
        _full?.Invoke(new ReadOnlySpan<byte>(_buffer, _position));
        _position = 0;
    }

    private void Follow(ExecutionContext? flow)
    {
        if (RequestContext.Current != _context)
            throw new NotSupportedException();
        _flow = flow;
    }

    /// <summary>Writes one record and keeps it as text.</summary>
    public string WriteText(long orderId, int items, decimal total)
    {
        var start = _position;
        var length = WriteAlone(orderId, items, total);
        return Encoding.UTF8.GetString(_buffer + start, length);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static byte* Constant(byte* p, ReadOnlySpan<byte> text)
    {
        text.CopyTo(new Span<byte>(p, text.Length));
        return p + text.Length;
    }

    private byte* WriteTime(byte* p)
    {
        var now = Stopwatch.GetTimestamp();
        var since = now - _secondStart;
        if ((ulong)since >= NanosecondsPerSecond)
            since = NextSecond(now);
        var length = _headLength + 20;
        Unsafe.CopyBlockUnaligned(p, _second, (uint)length);
        p += length;
        var micros = (uint)(since / 1000);
        var high = micros / 10_000;
        var low = micros - (high * 10_000);
        var middle = low / 100;
        *(ushort*)p = *(ushort*)(_pairs + (2 * high));
        *(ushort*)(p + 2) = *(ushort*)(_pairs + (2 * middle));
        *(ushort*)(p + 4) = *(ushort*)(_pairs + (2 * (low - (middle * 100))));
        return p + 6;
    }

    private long NextSecond(long now)
    {
        var time = TimeProvider.System.GetUtcNow();
        var since = time.Ticks % TimeSpan.TicksPerSecond * 100;
        _secondStart = now - since;
        Copy(
            time.ToString(
                "yyyy-MM-dd'T'HH:mm:ss'.'",
                System.Globalization.CultureInfo.InvariantCulture
            ),
            _second + _headLength
        );
        return since;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private byte* WriteNumber(byte* p, ulong value)
    {
        if (value < 10)
        {
            *p = (byte)('0' + value);
            return p + 1;
        }

        if (value < 100)
        {
            *(ushort*)p = *(ushort*)(_pairs + (2 * value));
            return p + 2;
        }

        return WriteLarge(p, value);
    }

    private byte* WriteLarge(byte* p, ulong value)
    {
        var digits = 0;
        for (var rest = value; rest > 0; rest /= 10)
            digits++;
        var end = p + digits;
        var at = end;
        while (value >= 100)
        {
            var next = value / 100;
            at -= 2;
            *(ushort*)at = *(ushort*)(_pairs + (2 * (value - (next * 100))));
            value = next;
        }

        if (value >= 10)
            *(ushort*)(at - 2) = *(ushort*)(_pairs + (2 * value));
        else
            *(at - 1) = (byte)('0' + value);
        return end;
    }

    /// <summary>Writes a decimal of at most 64 bits with two decimals, which is all that the row needs.</summary>
    private byte* WriteDecimal(byte* p, decimal value)
    {
        var parts = (uint*)&value; // flags, high, low, middle: the layout of System.Decimal
        var digits = parts[2] | ((ulong)parts[3] << 32);
        var scale = (parts[0] >> 16) & 0xFF;
        if (scale != 2 || parts[1] != 0)
            throw new NotSupportedException();
        var whole = digits / 100;
        p = WriteNumber(p, whole);
        *p++ = (byte)'.';
        *(ushort*)p = *(ushort*)(_pairs + (2 * (digits - (whole * 100))));
        return p + 2;
    }

    private static byte* Copy(string text, byte* target)
    {
        Encoding.ASCII.GetBytes(text, new Span<byte>(target, text.Length));
        return target;
    }
}
