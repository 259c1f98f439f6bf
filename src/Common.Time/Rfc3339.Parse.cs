using System.Numerics;
using Common.Time.Internal;
using NodaTime;

namespace Common.Time;

public static partial class Rfc3339
{
    private const string DateTimeName = "a date-time";

    private static readonly long MaxSeconds = Instant.MaxValue.ToUnixTimeSeconds();

    /// <summary>Reads an instant from characters.</summary>
    /// <param name="s">A date-time with any offset, such as <c>2026-11-21T11:11:12.345+01:00</c>.</param>
    /// <returns>The instant.</returns>
    /// <exception cref="FormatException"><paramref name="s"/> is no date-time; the message says which character is wrong, and why.</exception>
    public static Instant Parse(ReadOnlySpan<char> s) => Read(s);

    /// <summary>Reads an instant from UTF-8.</summary>
    /// <param name="utf8Text">A date-time with any offset, such as <c>2026-11-21T11:11:12.345+01:00</c>.</param>
    /// <returns>The instant.</returns>
    /// <exception cref="FormatException"><paramref name="utf8Text"/> is no date-time; the message says which character is wrong, and why.</exception>
    public static Instant Parse(ReadOnlySpan<byte> utf8Text) => Read(utf8Text);

    /// <summary>Tries to read an instant from characters. Never throws.</summary>
    /// <param name="s">A date-time with any offset.</param>
    /// <param name="result">The instant, or the Unix epoch when this method returns <see langword="false"/>.</param>
    /// <returns><see langword="true"/> if <paramref name="s"/> is a date-time.</returns>
    public static bool TryParse(ReadOnlySpan<char> s, out Instant result)
    {
        var scanner = new Rfc3339Scanner<char>(s);
        return TryRead(ref scanner, out result);
    }

    /// <summary>Tries to read an instant from UTF-8. Never throws.</summary>
    /// <param name="utf8Text">A date-time with any offset.</param>
    /// <param name="result">The instant, or the Unix epoch when this method returns <see langword="false"/>.</param>
    /// <returns><see langword="true"/> if <paramref name="utf8Text"/> is a date-time.</returns>
    public static bool TryParse(ReadOnlySpan<byte> utf8Text, out Instant result)
    {
        var scanner = new Rfc3339Scanner<byte>(utf8Text);
        return TryRead(ref scanner, out result);
    }

    private static Instant Read<TChar>(ReadOnlySpan<TChar> text)
        where TChar : unmanaged, IBinaryInteger<TChar>, IConvertible
    {
        var scanner = new Rfc3339Scanner<TChar>(text);
        return TryRead(ref scanner, out var result)
            ? result
            : throw Rfc3339Errors.Make(DateTimeName, text, scanner.Position, scanner.Fault);
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
