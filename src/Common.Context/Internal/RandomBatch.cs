using System.Runtime.InteropServices;
using System.Security.Cryptography;

namespace Common.Context.Internal;

/// <summary>Random numbers for IDs, drawn from the operating system many at a time.</summary>
/// <remarks>
/// One batch for each thread: nothing is shared, and nobody can see the batch. It stays in memory until it is used, so it is
/// good for IDs, which are public, and never for secrets.
/// </remarks>
internal sealed class RandomBatch
{
    private const int Count = 512;

    [ThreadStatic]
    private static RandomBatch? OfThread;

    private readonly ulong[] _numbers = GC.AllocateUninitializedArray<ulong>(Count);
    private int _used = Count;

    public static void Next(out ulong first, out ulong second)
    {
        var batch = OfThread ??= new RandomBatch();
        var used = batch._used;
        var numbers = batch._numbers;
        if (used > numbers.Length - 2)
        {
            RandomNumberGenerator.Fill(MemoryMarshal.AsBytes(numbers.AsSpan()));
            used = 0;
        }

        batch._used = used + 2;
        first = numbers[used];
        second = numbers[used + 1];
    }
}
