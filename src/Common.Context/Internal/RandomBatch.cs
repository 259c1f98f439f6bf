using System.Runtime.InteropServices;
using System.Security.Cryptography;

namespace Common.Context.Internal;

/// <summary>Random numbers for IDs, drawn from the operating system many at a time.</summary>
/// <remarks>
/// One batch for each thread: nothing is shared, and nobody can see the batch. It stays in memory until it is used, so it is
/// good for IDs, which are public, and never for secrets.
/// </remarks>
internal static class RandomBatch
{
    private const int Count = 256;

    [ThreadStatic]
    private static ulong[]? Batch;

    [ThreadStatic]
    private static int Used;

    public static void Next(out ulong first, out ulong second)
    {
        var batch = Batch;
        var used = Used;
        if (batch is null || used >= Count)
        {
            batch = Batch ??= GC.AllocateUninitializedArray<ulong>(Count);
            RandomNumberGenerator.Fill(MemoryMarshal.AsBytes(batch.AsSpan()));
            used = 0;
        }

        first = batch[used];
        second = batch[used + 1];
        Used = used + 2;
    }
}
