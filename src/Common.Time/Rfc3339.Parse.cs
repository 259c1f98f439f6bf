using System.Buffers;
using System.Numerics;
using System.Text;
using Common.Time.Internal;
using NodaTime;

namespace Common.Time;

public static partial class Rfc3339
{
    private const string DateTimeName = "a date-time";

    /// <summary>A longer text has more decimals than can be kept.</summary>
    private const int FastLength = 40;

    private static readonly long MaxSeconds = Instant.MaxValue.ToUnixTimeSeconds();

    /// <summary>Reads an instant from characters.</summary>
    /// <param name="s">A date-time with any offset, such as <c>2026-11-21T11:11:12.345+01:00</c>.</param>
    /// <returns>The instant.</returns>
    /// <exception cref="FormatException"><paramref name="s"/> is no date-time; the message says which character is wrong, and why.</exception>
    public static Instant Parse(ReadOnlySpan<char> s) =>
        TryParse(s, out var result) ? result : throw Explain(s);

    /// <summary>Reads an instant from UTF-8.</summary>
    /// <param name="utf8Text">A date-time with any offset, such as <c>2026-11-21T11:11:12.345+01:00</c>.</param>
    /// <returns>The instant.</returns>
    /// <exception cref="FormatException"><paramref name="utf8Text"/> is no date-time; the message says which character is wrong, and why.</exception>
    public static Instant Parse(ReadOnlySpan<byte> utf8Text) =>
        TryParse(utf8Text, out var result) ? result : throw Explain(utf8Text);

    /// <summary>Tries to read an instant from characters. Never throws.</summary>
    /// <param name="s">A date-time with any offset.</param>
    /// <param name="result">The instant, or the Unix epoch when this method returns <see langword="false"/>.</param>
    /// <returns><see langword="true"/> if <paramref name="s"/> is a date-time.</returns>
    public static bool TryParse(ReadOnlySpan<char> s, out Instant result)
    {
        Span<byte> utf8Text = stackalloc byte[FastLength];
        if (
            s.Length <= FastLength
            && Ascii.FromUtf16(s, utf8Text, out var length) == OperationStatus.Done
            && TryReadFast(utf8Text[..length], out result)
        )
        {
            return true;
        }

        var scanner = new Rfc3339Scanner<char>(s);
        return TryRead(ref scanner, out result);
    }

    /// <summary>Tries to read an instant from UTF-8. Never throws.</summary>
    /// <param name="utf8Text">A date-time with any offset.</param>
    /// <param name="result">The instant, or the Unix epoch when this method returns <see langword="false"/>.</param>
    /// <returns><see langword="true"/> if <paramref name="utf8Text"/> is a date-time.</returns>
    public static bool TryParse(ReadOnlySpan<byte> utf8Text, out Instant result)
    {
        if (TryReadFast(utf8Text, out result))
        {
            return true;
        }

        var scanner = new Rfc3339Scanner<byte>(utf8Text);
        return TryRead(ref scanner, out result);
    }

    private static FormatException Explain<TChar>(ReadOnlySpan<TChar> text)
        where TChar : unmanaged, IBinaryInteger<TChar>, IConvertible
    {
        var scanner = new Rfc3339Scanner<TChar>(text);
        TryRead(ref scanner, out _);
        return Rfc3339Errors.Make(DateTimeName, text, scanner.Position, scanner.Fault);
    }

    private static bool TryReadFast(ReadOnlySpan<byte> text, out Instant result)
    {
        if (
            !FastDateTime.TryRead(text, out var seconds, out var nanosecond)
            || seconds > MaxSeconds
        )
        {
            result = default;
            return false;
        }

        result = Instant.FromUnixTimeSeconds(seconds).PlusNanoseconds(nanosecond);
        return true;
    }

    private static bool TryRead<TChar>(ref Rfc3339Scanner<TChar> scanner, out Instant result)
        where TChar : unmanaged, IBinaryInteger<TChar>
    {
        if (!scanner.ReadDateTime())
        {
            result = default;
            return false;
        }

        var seconds = scanner.UtcSeconds;
        if (seconds > MaxSeconds)
        {
            result = default;
            return scanner.FailOffset(Rfc3339Fault.OutOfRange);
        }

        result = Instant.FromUnixTimeSeconds(seconds).PlusNanoseconds(scanner.Nanosecond);
        return true;
    }
}
