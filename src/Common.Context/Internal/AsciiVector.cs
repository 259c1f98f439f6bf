using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Common.Context.Internal;

/// <summary>Loads 16 characters as bytes.</summary>
internal static class AsciiVector
{
    /// <summary>Loads 16 characters, or 16 bytes, from a place on. A character beyond a byte becomes 0 or 255.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<byte> Load<TChar>(ref TChar text, int index)
        where TChar : unmanaged
    {
        if (Unsafe.SizeOf<TChar>() == 1)
        {
            return Vector128.LoadUnsafe(ref Unsafe.As<TChar, byte>(ref text), (nuint)index);
        }

        ref var wide = ref Unsafe.As<TChar, ushort>(ref text);
        return Narrow(
            Vector128.LoadUnsafe(ref wide, (nuint)index),
            Vector128.LoadUnsafe(ref wide, (nuint)index + 8)
        );
    }

    /// <summary>Makes bytes of 16 numbers that fit. One that does not becomes 0 or 255.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<byte> Narrow(Vector128<ushort> lower, Vector128<ushort> upper) =>
        Sse2.IsSupported
            ? Sse2.PackUnsignedSaturate(lower.AsInt16(), upper.AsInt16()) // one instruction; the other takes four
            : Vector128.NarrowWithSaturation(lower, upper);
}
