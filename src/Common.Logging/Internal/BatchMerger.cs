using System.Runtime.InteropServices;

namespace Common.Logging.Internal;

/// <summary>Gives the records of all batches in the order of their times.</summary>
/// <remarks>
/// What one batch holds up to the next record of another is a piece. Long pieces go to the sink as they are; short ones are copied
/// together, so that the sink is not called for each. Used by the flusher only.
/// </remarks>
internal sealed class BatchMerger
{
    /// <summary>A piece of at least this size is not copied.</summary>
    private const int LongPiece = 16 * 1024;

    private readonly Stripe.Batch[] _batches;
    private readonly int[] _next;
    private readonly byte[] _chunk;

    /// <summary>Makes a merger.</summary>
    /// <param name="batches">Where the records are.</param>
    /// <param name="chunkBytes">So much is copied together at most; not less than a long piece.</param>
    public BatchMerger(Stripe.Batch[] batches, int chunkBytes)
    {
        _batches = batches;
        _next = new int[batches.Length];
        _chunk = new byte[Math.Max(chunkBytes, LongPiece)];
    }

    /// <summary>Begins with what is in the batches now.</summary>
    public void Begin() => _next.AsSpan().Clear();

    /// <summary>The next records.</summary>
    /// <returns>Bytes that stay as they are until the next call, or nothing if there are no more.</returns>
    public ReadOnlyMemory<byte> Next()
    {
        if (!TryFind(out var piece))
        {
            return default;
        }

        if (piece.Length >= LongPiece)
        {
            return Take(piece);
        }

        var length = 0;
        do
        {
            Take(piece).Span.CopyTo(_chunk.AsSpan(length));
            length += piece.Length;
        } while (
            TryFind(out piece) && piece.Length < LongPiece && piece.Length <= _chunk.Length - length
        );

        return _chunk.AsMemory(0, length);
    }

    /// <summary>Finds the batch with the earliest record, and all of its records up to the earliest one of another batch.</summary>
    private bool TryFind(out Piece piece)
    {
        var best = -1;
        var earliest = long.MaxValue;
        var bound = long.MaxValue;
        for (var i = 0; i < _batches.Length; i++)
        {
            if (_next[i] == _batches[i].Count)
            {
                continue;
            }

            var reading = _batches[i].Entries[_next[i]].Reading;
            if (best < 0 || reading < earliest)
            {
                bound = earliest;
                earliest = reading;
                best = i;
            }
            else
            {
                bound = Math.Min(bound, reading);
            }
        }

        if (best < 0)
        {
            piece = default;
            return false;
        }

        var batch = _batches[best];
        var first = _next[best];
        var end = bound == long.MaxValue ? batch.Count : EndOfRun(batch, first, bound);
        var start = first == 0 ? 0 : batch.Entries[first - 1].End;
        piece = new Piece(best, end, start, batch.Entries[end - 1].End - start);
        return true;
    }

    private static int EndOfRun(Stripe.Batch batch, int first, long bound)
    {
        var end = first + 1;
        while (end < batch.Count && batch.Entries[end].Reading <= bound)
        {
            end++;
        }

        return end;
    }

    private ReadOnlyMemory<byte> Take(in Piece piece)
    {
        _next[piece.Batch] = piece.NextEntry;
        return _batches[piece.Batch].Bytes.AsMemory(piece.Start, piece.Length);
    }

    /// <summary>Records of one batch that follow each other.</summary>
    [StructLayout(LayoutKind.Auto)]
    private readonly record struct Piece(int Batch, int NextEntry, int Start, int Length);
}
