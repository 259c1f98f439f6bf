using System.Buffers.Binary;
using System.Diagnostics;
using System.Runtime.InteropServices;

namespace Common.Context.Internal;

/// <summary>The ID of a trace as a number, beside the platform's type, which keeps its text. The default value is none.</summary>
/// <param name="High">The upper half.</param>
/// <param name="Low">The lower half.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct TraceNumber(ulong High, ulong Low)
{
    public bool IsNone => (High | Low) == 0;

    /// <summary>Gives the number of an ID.</summary>
    public static TraceNumber Of(ActivityTraceId id)
    {
        var number = default(TraceNumber);
        if (id != default)
        {
            TryRead(id.ToHexString(), out number);
        }

        return number;
    }

    /// <summary>Reads 32 lower-case hexadecimal digits that are not all zero.</summary>
    public static bool TryRead(ReadOnlySpan<char> digits, out TraceNumber number)
    {
        _ = digits[31];
        var isRead = Uuid.TryReadLowerDigits(
            ref MemoryMarshal.GetReference(digits),
            out var high,
            out var low
        );
        number = new TraceNumber(high, low);
        return isRead && !number.IsNone;
    }

    /// <summary>Makes the platform's ID.</summary>
    public ActivityTraceId ToTraceId()
    {
        Span<byte> bytes = stackalloc byte[16];
        BinaryPrimitives.WriteUInt64BigEndian(bytes, High);
        BinaryPrimitives.WriteUInt64BigEndian(bytes[8..], Low);
        return ActivityTraceId.CreateFromBytes(bytes);
    }
}
