using System.Buffers.Binary;
using System.Diagnostics.CodeAnalysis;
using System.Runtime.InteropServices;
using Common.Context.Internal;

namespace Common.Context;

/// <summary>The identity of a request: 128 bits that are not all zero.</summary>
/// <remarks>
/// It is written in exactly one form, <c>req-</c> and a lower-case UUID:
/// <c>req-550e8400-e29b-41d4-a716-446655440000</c>. It is read, in either case, from that form, from a UUID with dashes, and from
/// 32 hexadecimal digits (a trace-id of W3C, the ID of an edge proxy), and from nothing else. The default value is
/// <see cref="None"/>, which is no ID: it is written as <c>-</c> and cannot be read back. Immutable and thread-safe.
/// </remarks>
[StructLayout(LayoutKind.Auto)]
public readonly partial struct RequestId : IEquatable<RequestId>, IComparable<RequestId>
{
    private readonly ulong _high;
    private readonly ulong _low;

    internal RequestId(ulong high, ulong low)
    {
        _high = high;
        _low = low;
    }

    /// <summary>No request ID.</summary>
    public static RequestId None => default;

    /// <summary>Whether this is <see cref="None"/>.</summary>
    public bool IsNone => (_high | _low) == 0;

    /// <summary>Makes a fresh ID.</summary>
    /// <returns>A random UUID (RFC 9562, version 4).</returns>
    /// <remarks>
    /// The randomness is the operating system's, drawn in batches for each thread. An ID is unique, but it is no secret and
    /// grants nothing: never use it as a token.
    /// </remarks>
    public static RequestId New()
    {
        RandomBatch.Next(out var high, out var low);
        return OfRandom(high, low);
    }

    /// <summary>Makes a fresh ID together with the ID of a span.</summary>
    internal static RequestId New(out ulong span)
    {
        RandomBatch.Next(out var high, out var low, out var third);
        span = NewTrace.SpanOf(third);
        return OfRandom(high, low);
    }

    /// <summary>Makes an ID of 16 bytes.</summary>
    /// <param name="bytes">16 bytes in the order in which they are written.</param>
    /// <returns>The ID, or <see cref="None"/> if all bytes are zero.</returns>
    /// <exception cref="ArgumentException"><paramref name="bytes"/> are not 16.</exception>
    public static RequestId FromBytes(ReadOnlySpan<byte> bytes) =>
        bytes.Length == 16
            ? new RequestId(
                BinaryPrimitives.ReadUInt64BigEndian(bytes),
                BinaryPrimitives.ReadUInt64BigEndian(bytes[8..])
            )
            : throw new ArgumentException("A request ID has 16 bytes.", nameof(bytes));

    /// <summary>Copies the 16 bytes of the ID.</summary>
    /// <param name="destination">Where they go, in the order in which they are written.</param>
    /// <returns><see langword="false"/> if there is no room for 16 bytes.</returns>
    public bool TryWriteBytes(Span<byte> destination) =>
        destination.Length >= 16
        && BinaryPrimitives.TryWriteUInt64BigEndian(destination, _high)
        && BinaryPrimitives.TryWriteUInt64BigEndian(destination[8..], _low);

    private static RequestId OfRandom(ulong high, ulong low) =>
        new(
            (high & 0xFFFF_FFFF_FFFF_0FFF) | 0x4000,
            (low & 0x3FFF_FFFF_FFFF_FFFF) | 0x8000_0000_0000_0000
        );

    /// <inheritdoc/>
    public int CompareTo(RequestId other) =>
        _high != other._high ? _high.CompareTo(other._high) : _low.CompareTo(other._low);

    /// <inheritdoc/>
    public bool Equals(RequestId other) => _high == other._high && _low == other._low;

    /// <inheritdoc/>
    public override bool Equals([NotNullWhen(true)] object? obj) =>
        obj is RequestId other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(_high, _low);

    /// <summary>Says whether two IDs are the same.</summary>
    /// <param name="left">One ID.</param>
    /// <param name="right">The other.</param>
    /// <returns><see langword="true"/> if they are equal.</returns>
    public static bool operator ==(RequestId left, RequestId right) => left.Equals(right);

    /// <summary>Says whether two IDs differ.</summary>
    /// <param name="left">One ID.</param>
    /// <param name="right">The other.</param>
    /// <returns><see langword="true"/> if they are not equal.</returns>
    public static bool operator !=(RequestId left, RequestId right) => !left.Equals(right);

    /// <summary>Says whether one ID is written before another in the order of text.</summary>
    /// <param name="left">One ID.</param>
    /// <param name="right">The other.</param>
    /// <returns><see langword="true"/> if <paramref name="left"/> comes first.</returns>
    public static bool operator <(RequestId left, RequestId right) => left.CompareTo(right) < 0;

    /// <summary>Says whether one ID is the same as another or is written before it.</summary>
    /// <param name="left">One ID.</param>
    /// <param name="right">The other.</param>
    /// <returns><see langword="true"/> if <paramref name="right"/> does not come first.</returns>
    public static bool operator <=(RequestId left, RequestId right) => left.CompareTo(right) <= 0;

    /// <summary>Says whether one ID is written after another in the order of text.</summary>
    /// <param name="left">One ID.</param>
    /// <param name="right">The other.</param>
    /// <returns><see langword="true"/> if <paramref name="right"/> comes first.</returns>
    public static bool operator >(RequestId left, RequestId right) => left.CompareTo(right) > 0;

    /// <summary>Says whether one ID is the same as another or is written after it.</summary>
    /// <param name="left">One ID.</param>
    /// <param name="right">The other.</param>
    /// <returns><see langword="true"/> if <paramref name="left"/> does not come first.</returns>
    public static bool operator >=(RequestId left, RequestId right) => left.CompareTo(right) >= 0;
}
