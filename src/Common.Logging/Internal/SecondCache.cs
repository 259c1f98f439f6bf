using System.Globalization;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Common.Logging.Internal;

/// <summary>Writes the beginning of a record up to its microseconds; all before them is kept from one record to the next.</summary>
/// <remarks>Not thread-safe: each writer has its own.</remarks>
internal sealed class SecondCache
{
    private const long NanosecondsPerSecond = 1_000_000_000;

    /// <summary>How many bytes a time takes up to its microseconds: <c>2026-11-21T10:11:12.</c></summary>
    private const int SecondLength = 20;
    private const int MicrosecondsLength = 6;

    private readonly RecordClock _clock;
    private readonly byte[] _text = new byte[Vector512<byte>.Count];
    private readonly int _headLength;
    private long _start = long.MaxValue;
    private RecordClock.Base? _base;

    /// <summary>Makes a cache that keeps nothing yet.</summary>
    /// <param name="clock">Whose readings are written.</param>
    /// <param name="head">What stands before the time.</param>
    public SecondCache(RecordClock clock, ReadOnlySpan<byte> head)
    {
        _clock = clock;
        _headLength = head.Length;
        head.CopyTo(_text);
    }

    /// <summary>Writes the head and the time, without the <c>Z</c>.</summary>
    /// <returns>What is behind the last digit.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ref byte Write(ref byte target, long reading)
    {
        var since = Since(reading);
        Vector512
            .LoadUnsafe(ref MemoryMarshal.GetArrayDataReference(_text))
            .StoreUnsafe(ref target);
        target = ref Unsafe.Add(ref target, _headLength + SecondLength);
        WriteMicroseconds(ref target, since);
        return ref Unsafe.Add(ref target, MicrosecondsLength);
    }

    /// <summary>Writes the time over the one that stands behind a head.</summary>
    public void Overwrite(ref byte target, long reading)
    {
        var since = Since(reading);
        target = ref Unsafe.Add(ref target, _headLength);
        Unsafe.CopyBlockUnaligned(
            ref target,
            ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(_text), _headLength),
            SecondLength
        );
        WriteMicroseconds(ref Unsafe.Add(ref target, SecondLength), since);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void WriteMicroseconds(ref byte target, long since)
    {
        var micros = (uint)since / 1000;
        var high = micros / 10_000;
        var low = micros - (high * 10_000);
        var middle = low / 100;
        NumberText.WritePair(ref target, high);
        NumberText.WritePair(ref Unsafe.Add(ref target, 2), middle);
        NumberText.WritePair(ref Unsafe.Add(ref target, 4), low - (middle * 100));
    }

    /// <summary>The nanoseconds since the kept second began, which is another one if it must.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private long Since(long reading)
    {
        var since = reading - _start;
        return (ulong)since < NanosecondsPerSecond && _clock.Current == _base
            ? since
            : Refresh(reading);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private long Refresh(long reading)
    {
        _base = _clock.Current;
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
                _text.AsSpan(_headLength),
                out _,
                "yyyy-MM-dd'T'HH:mm:ss'.'",
                CultureInfo.InvariantCulture
            );
        return since;
    }
}
