using System.Buffers.Text;
using System.Globalization;
using System.Numerics;

namespace Common.Time;

public readonly partial struct Deadline
{
    private const int MaxRemainingMilliseconds = 999_999_999;

    /// <summary>The count of characters that are always enough for the remaining time.</summary>
    public const int MaxLength = 9;

    /// <summary>Tries to write the remaining whole milliseconds as characters, which is how a deadline travels.</summary>
    /// <param name="destination">Where they go; <see cref="MaxLength"/> characters are always enough.</param>
    /// <param name="charsWritten">How many characters were written.</param>
    /// <returns><see langword="false"/> if there is no room or no deadline.</returns>
    public bool TryFormat(Span<char> destination, out int charsWritten)
    {
        charsWritten = 0;
        return !IsNone
            && RemainingMilliseconds.TryFormat(
                destination,
                out charsWritten,
                default,
                CultureInfo.InvariantCulture
            );
    }

    /// <summary>Tries to write the remaining whole milliseconds as UTF-8.</summary>
    /// <param name="utf8Destination">Where they go; <see cref="MaxLength"/> bytes are always enough.</param>
    /// <param name="bytesWritten">How many bytes were written.</param>
    /// <returns><see langword="false"/> if there is no room or no deadline.</returns>
    public bool TryFormat(Span<byte> utf8Destination, out int bytesWritten)
    {
        bytesWritten = 0;
        return !IsNone
            && Utf8Formatter.TryFormat(RemainingMilliseconds, utf8Destination, out bytesWritten);
    }

    /// <summary>Tries to read remaining milliseconds; the deadline begins to run at once. Never throws.</summary>
    /// <param name="s">1 to 9 ASCII digits.</param>
    /// <param name="timeProvider">Whose counter and timers are used.</param>
    /// <param name="result">The deadline, or <see cref="None"/> when this method returns <see langword="false"/>.</param>
    /// <returns><see langword="true"/> if <paramref name="s"/> is remaining time.</returns>
    public static bool TryParse(
        ReadOnlySpan<char> s,
        TimeProvider timeProvider,
        out Deadline result
    ) => TryRead(s, timeProvider, out result);

    /// <summary>Tries to read remaining milliseconds from UTF-8; the deadline begins to run at once. Never throws.</summary>
    /// <param name="utf8Text">1 to 9 ASCII digits.</param>
    /// <param name="timeProvider">Whose counter and timers are used.</param>
    /// <param name="result">The deadline, or <see cref="None"/> when this method returns <see langword="false"/>.</param>
    /// <returns><see langword="true"/> if <paramref name="utf8Text"/> is remaining time.</returns>
    public static bool TryParse(
        ReadOnlySpan<byte> utf8Text,
        TimeProvider timeProvider,
        out Deadline result
    ) => TryRead(utf8Text, timeProvider, out result);

    /// <summary>Gives the remaining time for people.</summary>
    /// <returns>Such as <c>1500 ms</c>, or <c>-</c> if there is no deadline.</returns>
    public override string ToString() =>
        IsNone ? "-" : string.Create(CultureInfo.InvariantCulture, $"{RemainingMilliseconds} ms");

    private int RemainingMilliseconds =>
        IsNone
            ? 0
            : (int)
                Math.Min(
                    (long)RemainingTimeSpan(_time).TotalMilliseconds,
                    MaxRemainingMilliseconds
                );

    private static bool TryRead<TChar>(
        ReadOnlySpan<TChar> text,
        TimeProvider timeProvider,
        out Deadline result
    )
        where TChar : unmanaged, IBinaryInteger<TChar>
    {
        result = default;
        if (text.Length is 0 or > MaxLength || timeProvider is null)
        {
            return false;
        }

        long value = 0;
        foreach (var character in text)
        {
            var digit = uint.CreateTruncating(character) - '0';
            if (digit > 9)
            {
                return false;
            }

            value = (value * 10) + digit;
        }

        result = After(value * TimeSpan.TicksPerMillisecond, timeProvider);
        return true;
    }
}
