using System.Numerics;
using System.Runtime.CompilerServices;
using Microsoft.Extensions.Logging;

namespace Common.Logging.Internal;

/// <summary>The shared buffers between the log calls and the sink.</summary>
/// <remarks>
/// There are as many stripes as processors, and a thread that finds another one in its stripe moves on to the next, so that calls
/// rarely wait for each other; any record may be in any stripe, since the flusher puts them in order by their times. The memory is
/// bounded.
/// </remarks>
internal sealed partial class RecordPipeline : IDisposable
{
    private const int MostStripes = 16;
    private const int FirstBuffer = 64 * 1024;

    /// <summary>So much is handed to the sink at once, however large the buffers may grow: what is written next is still in the processor's cache.</summary>
    private const int CacheBytes = 256 * 1024;

    [ThreadStatic]
    private static int t_stripe; // of this thread alone: where it wrote last, so that threads that write at once part ways

    private readonly LoggingOptions _options;
    private readonly int _flushMilliseconds;
    private readonly Stripe[] _stripes;
    private readonly int _mask;
    private readonly int _most;
    private readonly int _mostOrdinary;
    private int _wakeAt;
    private Draft? _spareDraft;

    public RecordPipeline(
        LoggingOptions options,
        RecordShape shape,
        RecordClock clock,
        LogSink sink,
        int flushMilliseconds = FlushMilliseconds
    )
    {
        _options = options;
        _flushMilliseconds = flushMilliseconds;
        Shape = shape;
        Clock = clock;
        _sink = sink;
        Names = new MemberNames(shape.IsJson);
        MaxLine = options.MaxLineBytes;
        Limits =
            options.RateLimitBurst == 0
                ? null
                : new RateLimits(options.RateLimitBurst, options.RateLimitInterval);
        var stripes = clock.IsSystem
            ? (int)
                BitOperations.RoundUpToPowerOf2(
                    (uint)Math.Clamp(Environment.ProcessorCount, 1, MostStripes)
                )
            : 1;
        // An eighth to put the records of several stripes in order; half of the rest is written into while half is taken out.
        var chunk = Math.Min(options.BufferBytes / 8, CacheBytes);
        var rest = options.BufferBytes - chunk;
        while (stripes > 1 && rest / (2 * stripes) < 4 * MaxLine)
        {
            stripes /= 2;
        }

        _most = Math.Max(rest / (2 * stripes), 4 * MaxLine);
        _mostOrdinary = _most - Math.Max(_most / 8, MaxLine);
        _wakeAt = Math.Min(_most / 2, CacheBytes);
        _mask = stripes - 1;
        _stripes = new Stripe[stripes];
        _batches = new Stripe.Batch[stripes];
        var first = Math.Min(Math.Max(FirstBuffer, 2 * MaxLine), _most);
        for (var i = 0; i < stripes; i++)
        {
            _stripes[i] = new Stripe(NewWriter());
            _stripes[i].Writer.Bytes = new byte[first + Block.Slack];
            _batches[i] = new Stripe.Batch(first + Block.Slack);
        }

        _merger = new BatchMerger(_batches, chunk);
        _thread = Start(Run);
    }

    public RecordShape Shape { get; }

    public RecordClock Clock { get; }

    public int MaxLine { get; }

    /// <summary>How many bytes a record of several lines may take.</summary>
    public int MostRecord => _mostOrdinary;

    /// <summary>The names of foreign fields.</summary>
    public MemberNames Names { get; }

    public OnceSet Once { get; } = new();

    /// <summary>Called on the flusher's thread when the sink moves again after records were dropped.</summary>
    public Action<long>? Dropped { get; set; }

    /// <summary>Enters a stripe that has room.</summary>
    /// <param name="length">How many bytes the record may take.</param>
    /// <param name="isAudit">Whether the record may use what is kept for Audit.</param>
    /// <returns>The stripe, to be given to <see cref="Commit"/>; or null if the record is dropped.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Stripe? Enter(int length, bool isAudit)
    {
        var stripe = _stripes[t_stripe & _mask];
        if (!stripe.TryEnter())
        {
            stripe = EnterAny();
        }

        var end = stripe.Writer.Position + length;
        return end <= _mostOrdinary && end + Block.Slack <= stripe.Writer.Bytes.Length
            ? stripe
            : MakeRoom(stripe, length, isAudit);
    }

    /// <summary>Counts the record that was written into a stripe, and leaves it.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Commit(Stripe stripe, long reading, LogLevel level)
    {
        var isKept = stripe.TryAdd(reading, (int)level);
        var isDue = stripe.Writer.Position > _wakeAt;
        stripe.Leave();
        if (isDue)
        {
            HandOn();
        }

        if (!isKept)
        {
            CountDropped();
        }
    }

    /// <summary>Counts a record that could not be kept.</summary>
    public void CountDropped() => Interlocked.Increment(ref _dropped);

    /// <summary>Takes over a record that was written apart.</summary>
    public void Append(RecordWriter draft, LogLevel level, bool isAudit)
    {
        var record = draft.Bytes.AsSpan(0, Math.Min(draft.Position, MostRecord));
        var stripe = Enter(record.Length, isAudit);
        if (stripe is null)
        {
            return;
        }

        var writer = stripe.Writer;
        var start = writer.Position;
        var reading = Clock.Now();
        writer.Append(record);
        writer.Stamp(start, reading);
        writer.TakeOver(draft);
        Commit(stripe, reading, level);
    }

    /// <summary>Looks anew at the flows of execution that write.</summary>
    public void ForgetFlows()
    {
        foreach (var stripe in _stripes)
        {
            stripe.Enter();
            stripe.Flow.Forget();
            stripe.Leave();
        }
    }

    public Draft RentDraft() =>
        Interlocked.Exchange(ref _spareDraft, null) ?? new Draft(NewWriter(), Names);

    public void ReturnDraft(Draft draft) => _spareDraft = draft;

    /// <summary>The limits of events, or null if there are none.</summary>
    public RateLimits? Limits { get; }

    /// <summary>How many records of a severity were written.</summary>
    public long WrittenOf(int severity) => _stripes.Sum(stripe => stripe.WrittenOf(severity));

    /// <summary>How many records were cut.</summary>
    public long CutRecords => _stripes.Sum(stripe => stripe.Cut);

    /// <summary>How many records were dropped.</summary>
    public long DroppedRecords => Interlocked.Read(ref _dropped);

    private RecordWriter NewWriter() =>
        new(Shape.IsJson, _options.JournalPriorities, MaxLine, Clock);

    /// <summary>Enters the next stripe that nobody is in, where this thread stays from then on.</summary>
    private Stripe EnterAny()
    {
        var spin = default(SpinWait);
        while (true)
        {
            for (var i = 1; i <= _stripes.Length; i++)
            {
                var at = (t_stripe + i) & _mask;
                if (_stripes[at].TryEnter())
                {
                    t_stripe = at;
                    return _stripes[at];
                }
            }

            Stripe.Pause(ref spin);
        }
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private Stripe? MakeRoom(Stripe stripe, int length, bool isAudit)
    {
        // What the flusher itself has to say, such as how many were dropped, has that room too.
        var most = isAudit || Thread.CurrentThread == _thread ? _most : _mostOrdinary;
        while (true)
        {
            var emptied = Interlocked.Read(ref _emptied); // before looking, so that no emptying is missed
            if (HasRoom(stripe, length, most))
            {
                return stripe;
            }

            stripe.Leave();
            if (EnterAnother(length, most) is { } another)
            {
                return another;
            }

            if (!WaitForRoom(emptied))
            {
                CountDropped();
                return null;
            }

            stripe = EnterAny();
        }
    }

    /// <summary>Enters any stripe that has room left, so that a burst of one thread may use the memory of all.</summary>
    private Stripe? EnterAnother(int length, int most)
    {
        foreach (var stripe in _stripes)
        {
            if (stripe.TryEnter())
            {
                if (HasRoom(stripe, length, most))
                {
                    return stripe;
                }

                stripe.Leave();
            }
        }

        return null;
    }

    /// <summary>Whether a stripe has room within its bound; then its buffer is made large enough.</summary>
    private bool HasRoom(Stripe stripe, int length, int most)
    {
        var writer = stripe.Writer;
        var end = writer.Position + length;
        if (end > most)
        {
            return false;
        }

        if (end + Block.Slack <= writer.Bytes.Length)
        {
            return true;
        }

        try
        {
            writer.Grow(end + Block.Slack, _most + Block.Slack);
            return true;
        }
        catch (OutOfMemoryException)
        {
            return false; // as if the bound were reached
        }
    }
}
