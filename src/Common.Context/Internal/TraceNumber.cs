using System.Buffers.Binary;
using System.Diagnostics;
using System.Runtime.InteropServices;

namespace Common.Context.Internal;

/// <summary>The IDs of traces and spans as numbers, beside the platform's types, which keep their text.</summary>
internal static class TraceNumber
{
    /// <summary>Reads 32 hexadecimal digits that were checked before.</summary>
    public static UInt128 Of(ReadOnlySpan<char> digits)
    {
        _ = digits[31];
        Uuid.TryReadDigits(ref MemoryMarshal.GetReference(digits), out var high, out var low);
        return new UInt128(high, low);
    }

    /// <summary>Gives the number of an ID; 0 if it is none.</summary>
    public static UInt128 Of(ActivityTraceId id) => id == default ? 0 : Of(id.ToHexString());

    /// <summary>Gives the number of an ID; 0 if it is none.</summary>
    public static ulong Of(ActivitySpanId id) =>
        id == default
            ? 0
            : Uuid.ReadHalf(ref MemoryMarshal.GetReference(id.ToHexString().AsSpan()));

    /// <summary>Makes the platform's ID.</summary>
    public static ActivityTraceId ToTraceId(UInt128 number)
    {
        Span<byte> bytes = stackalloc byte[16];
        BinaryPrimitives.WriteUInt128BigEndian(bytes, number);
        return ActivityTraceId.CreateFromBytes(bytes);
    }

    /// <summary>Makes the platform's ID.</summary>
    public static ActivitySpanId ToSpanId(ulong number)
    {
        Span<byte> bytes = stackalloc byte[8];
        BinaryPrimitives.WriteUInt64BigEndian(bytes, number);
        return ActivitySpanId.CreateFromBytes(bytes);
    }
}
