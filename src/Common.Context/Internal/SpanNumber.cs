using System.Buffers.Binary;
using System.Diagnostics;
using System.Runtime.InteropServices;

namespace Common.Context.Internal;

/// <summary>The ID of a span as a number, beside the platform's type, which keeps its text. 0 is none.</summary>
internal static class SpanNumber
{
    /// <summary>Gives the number of an ID.</summary>
    public static ulong Of(ActivitySpanId id)
    {
        var number = 0UL;
        if (id != default)
        {
            TryRead(id.ToHexString(), out number);
        }

        return number;
    }

    /// <summary>Reads 16 lower-case hexadecimal digits that are not all zero.</summary>
    public static bool TryRead(ReadOnlySpan<char> digits, out ulong number)
    {
        _ = digits[15];
        return Uuid.TryReadLowerHalf(ref MemoryMarshal.GetReference(digits), out number)
            && number != 0;
    }

    /// <summary>Makes the platform's ID.</summary>
    public static ActivitySpanId ToSpanId(ulong number)
    {
        Span<byte> bytes = stackalloc byte[8];
        BinaryPrimitives.WriteUInt64BigEndian(bytes, number);
        return ActivitySpanId.CreateFromBytes(bytes);
    }
}
