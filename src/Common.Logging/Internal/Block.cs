using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Common.Logging.Internal;

/// <summary>Bytes that are encoded once and copied into many records.</summary>
/// <remarks>
/// They are kept with room behind them and copied by whole vectors, so the target needs <see cref="Slack"/> bytes of room behind the
/// last one too.
/// </remarks>
internal readonly struct Block
{
    /// <summary>How many bytes behind the last one are written at most.</summary>
    public const int Slack = 64;

    private readonly byte[] _padded;

    public Block(ReadOnlySpan<byte> bytes)
    {
        Length = bytes.Length;
        _padded = new byte[bytes.Length + Slack];
        bytes.CopyTo(_padded);
    }

    /// <summary>How many bytes there are.</summary>
    public int Length { get; }

    /// <summary>The bytes.</summary>
    public ReadOnlySpan<byte> Span => _padded.AsSpan(0, Length);

    /// <summary>Copies the bytes.</summary>
    /// <returns>What is behind the last one.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ref byte CopyTo(ref byte target)
    {
        ref var source = ref MemoryMarshal.GetArrayDataReference(_padded);
        nuint length = (uint)Length;
        nuint i = 0;
        do
        {
            Vector512.LoadUnsafe(ref source, i).StoreUnsafe(ref target, i);
            i += (nuint)Vector512<byte>.Count;
        } while (i < length);

        return ref Unsafe.Add(ref target, length);
    }
}
