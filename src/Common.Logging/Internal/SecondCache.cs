using System.Buffers.Binary;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Common.Logging.Internal;

/// <summary>Writes the time of a record; all but the microseconds is kept from one record to the next.</summary>
/// <remarks>Not thread-safe: each writer has its own.</remarks>
internal sealed class SecondCache(RecordClock clock)
{
    /// <summary>How many bytes a time takes: <c>2026-11-21T10:11:12.345678Z</c>.</summary>
    public const int Length = 27;

    private const int KeptLength = 20;
    private const long NanosecondsPerSecond = 1_000_000_000;

    private static readonly ushort[] Pairs = MakePairs();

    private readonly byte[] _text = new byte[Length];
    private long _start = long.MaxValue;
    private RecordClock.Base? _base;

    /// <summary>Writes the time of a reading.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Write(ref byte target, long reading)
    {
        var since = reading - _start;
        if ((ulong)since >= (ulong)NanosecondsPerSecond || clock.Current != _base)
        {
            since = Refresh(reading);
        }

        ref var text = ref MemoryMarshal.GetArrayDataReference(_text);
        Unsafe.CopyBlockUnaligned(ref target, ref text, KeptLength);
        var micros = (uint)(since / 1000);
        var high = micros / 10_000;
        var low = micros - (high * 10_000);
        var middle = low / 100;
        ref var pairs = ref MemoryMarshal.GetArrayDataReference(Pairs);
        Unsafe.WriteUnaligned(ref Unsafe.Add(ref target, 20), Unsafe.Add(ref pairs, high));
        Unsafe.WriteUnaligned(ref Unsafe.Add(ref target, 22), Unsafe.Add(ref pairs, middle));
        Unsafe.WriteUnaligned(
            ref Unsafe.Add(ref target, 24),
            Unsafe.Add(ref pairs, low - (middle * 100))
        );
        Unsafe.Add(ref target, 26) = (byte)'Z';
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private long Refresh(long reading)
    {
        _base = clock.Current;
        var unix = _base.UnixNanoseconds + (reading - _base.Reading);
        var second = Math.DivRem(unix, NanosecondsPerSecond, out var since);
        if (since < 0)
        {
            second--;
            since += NanosecondsPerSecond;
        }

        _start = reading - since;
        DateTime
            .UnixEpoch.AddSeconds(second)
            .TryFormat(
                _text,
                out _,
                "yyyy-MM-dd'T'HH:mm:ss'.'",
                System.Globalization.CultureInfo.InvariantCulture
            );
        return since;
    }

    /// <summary>The numbers from 00 to 99 as two characters each, in the machine's byte order.</summary>
    private static ushort[] MakePairs()
    {
        var pairs = new ushort[100];
        for (var i = 0; i < pairs.Length; i++)
        {
            var pair = (ushort)((('0' + (i / 10)) << 8) | ('0' + (i % 10)));
            pairs[i] = BitConverter.IsLittleEndian
                ? BinaryPrimitives.ReverseEndianness(pair)
                : pair;
        }

        return pairs;
    }
}
