using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using Common.Context.Internal;

namespace Common.Context;

public readonly partial struct RequestId : ISpanParsable<RequestId>, IUtf8SpanParsable<RequestId>
{
    private const int DashedLength = 36;
    private const int DigitsLength = 32;

    /// <summary>Reads a request ID from characters.</summary>
    /// <param name="s">One of the forms of the type's remarks.</param>
    /// <returns>The ID; never <see cref="None"/>.</returns>
    /// <exception cref="FormatException"><paramref name="s"/> is not a request ID.</exception>
    public static RequestId Parse(ReadOnlySpan<char> s) =>
        TryParse(s, out var result) ? result : throw NotAnId(s.Length);

    /// <summary>Reads a request ID from UTF-8.</summary>
    /// <param name="utf8Text">One of the forms of the type's remarks.</param>
    /// <returns>The ID; never <see cref="None"/>.</returns>
    /// <exception cref="FormatException"><paramref name="utf8Text"/> is not a request ID.</exception>
    public static RequestId Parse(ReadOnlySpan<byte> utf8Text) =>
        TryParse(utf8Text, out var result) ? result : throw NotAnId(utf8Text.Length);

    /// <summary>Tries to read a request ID. Never throws.</summary>
    /// <param name="s">The characters to read: one of the forms of the type's remarks.</param>
    /// <param name="result">The ID, or <see cref="None"/> when this method returns <see langword="false"/>.</param>
    /// <returns><see langword="true"/> if <paramref name="s"/> is a request ID.</returns>
    public static bool TryParse(ReadOnlySpan<char> s, out RequestId result) =>
        TryRead(ref MemoryMarshal.GetReference(s), s.Length, out result);

    /// <summary>Tries to read a request ID from UTF-8. Never throws.</summary>
    /// <param name="utf8Text">The bytes to read: one of the forms of the type's remarks.</param>
    /// <param name="result">The ID, or <see cref="None"/> when this method returns <see langword="false"/>.</param>
    /// <returns><see langword="true"/> if <paramref name="utf8Text"/> is a request ID.</returns>
    public static bool TryParse(ReadOnlySpan<byte> utf8Text, out RequestId result) =>
        TryRead(ref MemoryMarshal.GetReference(utf8Text), utf8Text.Length, out result);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static bool TryRead<TChar>(ref TChar text, int length, out RequestId result)
        where TChar : unmanaged
    {
        ulong high;
        ulong low;
        bool isRead;
        if (length == DashedLength)
        {
            isRead = Uuid.TryReadDashed(ref text, out high, out low);
        }
        else if (length == TextLength)
        {
            isRead =
                Uuid.TryReadDashed(ref Unsafe.Add(ref text, 4), out high, out low)
                && Uuid.HasPrefix(ref text);
        }
        else if (length == DigitsLength)
        {
            isRead = Uuid.TryReadDigits(ref text, out high, out low);
        }
        else
        {
            result = default;
            return false;
        }

        isRead &= (high | low) != 0;

        // Written at once: who reads it as a whole would have to wait for two writes.
        var halves = isRead ? Vector128.Create(high, low) : default;
        result = Unsafe.BitCast<Vector128<ulong>, RequestId>(halves);
        return isRead;
    }

    /// <inheritdoc/>
    static RequestId IParsable<RequestId>.Parse(string s, IFormatProvider? provider)
    {
        ArgumentNullException.ThrowIfNull(s);
        return Parse(s.AsSpan());
    }

    /// <inheritdoc/>
    static bool IParsable<RequestId>.TryParse(
        [NotNullWhen(true)] string? s,
        IFormatProvider? provider,
        out RequestId result
    ) => TryParse(s.AsSpan(), out result);

    /// <inheritdoc/>
    static RequestId ISpanParsable<RequestId>.Parse(
        ReadOnlySpan<char> s,
        IFormatProvider? provider
    ) => Parse(s);

    /// <inheritdoc/>
    static bool ISpanParsable<RequestId>.TryParse(
        ReadOnlySpan<char> s,
        IFormatProvider? provider,
        out RequestId result
    ) => TryParse(s, out result);

    /// <inheritdoc/>
    static RequestId IUtf8SpanParsable<RequestId>.Parse(
        ReadOnlySpan<byte> utf8Text,
        IFormatProvider? provider
    ) => Parse(utf8Text);

    /// <inheritdoc/>
    static bool IUtf8SpanParsable<RequestId>.TryParse(
        ReadOnlySpan<byte> utf8Text,
        IFormatProvider? provider,
        out RequestId result
    ) => TryParse(utf8Text, out result);

    private static FormatException NotAnId(int length) =>
        new(
            string.Create(
                CultureInfo.InvariantCulture,
                $"A text of length {length} is not a request ID; it must be 'req-' and a UUID, a UUID with dashes, or 32 hexadecimal digits, and not all zero."
            )
        );
}
