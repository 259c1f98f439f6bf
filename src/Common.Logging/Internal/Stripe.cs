using System.Runtime.CompilerServices;

namespace Common.Logging.Internal;

/// <summary>One of the shared buffers. Who holds its lock writes into it.</summary>
internal sealed class Stripe(RecordWriter writer)
{
    private const int FirstCount = 256;

    private int _lock;
    private int _count;

    /// <summary>Writes into the buffer.</summary>
    public RecordWriter Writer => writer;

    /// <summary>The time of each record.</summary>
    public long[] Readings { get; private set; } = new long[FirstCount];

    /// <summary>Behind the last byte of each record.</summary>
    public int[] Ends { get; private set; } = new int[FirstCount];

    /// <summary>How many records the buffer holds.</summary>
    public int Count => _count;

    /// <summary>How many records of each severity were written.</summary>
    public long[] Written { get; } = new long[Severity.Count];

    /// <summary>How many records were cut.</summary>
    public long Cut { get; set; }

    /// <summary>Set while scopes are looked at.</summary>
    public bool HasScope { get; set; }

    /// <summary>Who looks at scopes.</summary>
    public CommonLoggerProvider? Provider { get; set; }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool TryEnter() => _lock == 0 && Interlocked.CompareExchange(ref _lock, 1, 0) == 0;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Leave() => Volatile.Write(ref _lock, 0);

    public void Enter()
    {
        var spin = default(SpinWait);
        while (!TryEnter())
        {
            spin.SpinOnce(sleep1Threshold: -1);
        }
    }

    /// <summary>Counts the record that was just written.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Add(long reading, int severity)
    {
        var count = _count;
        if (count == Ends.Length)
        {
            Grow();
        }

        Readings[count] = reading;
        Ends[count] = writer.Position;
        _count = count + 1;
        Written[severity]++;
        if (writer.IsCut)
        {
            Cut++;
        }
    }

    /// <summary>Takes the records out, and gives the stripe empty buffers instead.</summary>
    public void Swap(Batch batch)
    {
        (batch.Bytes, writer.Bytes) = (writer.Bytes, batch.Bytes);
        (batch.Readings, Readings) = (Readings, batch.Readings);
        (batch.Ends, Ends) = (Ends, batch.Ends);
        batch.Length = writer.Position;
        batch.Count = _count;
        writer.Position = 0;
        _count = 0;
    }

    private void Grow()
    {
        var readings = Readings;
        var ends = Ends;
        Array.Resize(ref readings, _count * 2);
        Array.Resize(ref ends, _count * 2);
        (Readings, Ends) = (readings, ends);
    }

    /// <summary>What was taken out of a stripe.</summary>
    internal sealed class Batch(int size)
    {
        public byte[] Bytes { get; set; } = new byte[size];
        public long[] Readings { get; set; } = new long[FirstCount];
        public int[] Ends { get; set; } = new int[FirstCount];
        public int Length { get; set; }
        public int Count { get; set; }
    }
}
