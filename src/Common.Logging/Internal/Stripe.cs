using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Common.Logging.Internal;

/// <summary>One of the shared buffers. Who holds its lock writes into it.</summary>
internal sealed class Stripe(RecordWriter writer)
{
    private const int FirstCount = 256;

    private readonly long[] _written = new long[Severity.Count];
    private Entry[] _entries = new Entry[FirstCount];
    private int _count;
    private int _lock;

    /// <summary>Writes into the buffer.</summary>
    public RecordWriter Writer => writer;

    /// <summary>The flow of execution that wrote last.</summary>
    public LastFlow Flow { get; } = new();

    /// <summary>How many records were cut.</summary>
    public long Cut { get; private set; }

    /// <summary>How many records of a severity were written.</summary>
    public long WrittenOf(int severity) => Volatile.Read(ref _written[severity]);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool TryEnter() => _lock == 0 && Interlocked.CompareExchange(ref _lock, 1, 0) == 0;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Leave() => Volatile.Write(ref _lock, 0);

    public void Enter()
    {
        var spin = default(SpinWait);
        while (!TryEnter())
        {
            Pause(ref spin);
        }
    }

    /// <summary>Waits a moment for whoever is in a stripe. Unlike a sleep, which <see cref="SpinWait"/> may come to, it cannot be interrupted.</summary>
    public static void Pause(ref SpinWait spin)
    {
        if (spin.NextSpinWillYield)
        {
            Thread.Yield();
        }
        else
        {
            spin.SpinOnce(sleep1Threshold: -1);
        }
    }

    /// <summary>Counts the record that was just written.</summary>
    /// <returns>Whether there was memory to do so; else the record is taken back.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool TryAdd(long reading, int severity)
    {
        var count = _count;
        if (count == _entries.Length && !TryGrow())
        {
            return false;
        }

        _entries[count] = new Entry(reading, writer.Position);
        _count = count + 1;
        Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(_written), severity)++;
        if (writer.IsCut)
        {
            Cut++;
        }

        return true;
    }

    /// <summary>Takes the records out, and gives the stripe empty buffers instead.</summary>
    public void Swap(Batch batch)
    {
        (batch.Bytes, writer.Bytes) = (writer.Bytes, batch.Bytes);
        (batch.Entries, _entries) = (_entries, batch.Entries);
        batch.Length = writer.Position;
        batch.Count = _count;
        writer.Position = 0;
        _count = 0;
        Flow.Forget();
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private bool TryGrow()
    {
        try
        {
            Array.Resize(ref _entries, _entries.Length * 2);
            return true;
        }
        catch (OutOfMemoryException)
        {
            writer.Position = _entries[_count - 1].End;
            return false;
        }
    }

    /// <summary>A record: when it was written, and what is behind its last byte.</summary>
    [StructLayout(LayoutKind.Auto)]
    internal readonly record struct Entry(long Reading, int End);

    /// <summary>What was taken out of a stripe.</summary>
    internal sealed class Batch(int size)
    {
        public byte[] Bytes { get; set; } = new byte[size];
        public Entry[] Entries { get; set; } = new Entry[FirstCount];
        public int Length { get; set; }
        public int Count { get; set; }
    }
}
