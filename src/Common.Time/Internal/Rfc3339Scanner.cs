using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Common.Time.Internal;

/// <summary>Reads the productions of RFC 3339, section 5.6, from left to right and stops at the first fault.</summary>
/// <typeparam name="TChar"><see cref="byte"/> for UTF-8 or <see cref="char"/>.</typeparam>
internal ref struct Rfc3339Scanner<TChar>(ReadOnlySpan<TChar> text)
    where TChar : unmanaged, IBinaryInteger<TChar>
{
    private readonly ReadOnlySpan<TChar> _text = text;

    /// <summary>Where the next character is read, or where the fault is.</summary>
    public int Position;
    public Rfc3339Fault Fault;
    public uint Year;
    public uint Month;
    public uint Day;
    public uint Hour;
    public uint Minute;
    public uint Second;
    public uint Nanosecond;
    public int OffsetMinutes;

    /// <summary>Whether the offset was <c>Z</c> or <c>-00:00</c>: UTC is known, the local offset is not.</summary>
    public bool IsOffsetUnknown;

    /// <summary>Whether the second was 60; it is read as the last nanosecond before the next minute.</summary>
    public bool IsLeapSecond;

    public readonly bool IsAtEnd => Position == _text.Length;

    public readonly int Days => CivilDate.ToDays(Year, Month, Day);

    /// <summary>Seconds since 1970-01-01T00:00:00 in the offset that was read.</summary>
    public readonly long LocalSeconds => (Days * 86_400L) + (Hour * 3600) + (Minute * 60) + Second;

    public readonly long UtcSeconds => LocalSeconds - (OffsetMinutes * 60L);

    /// <summary>Reads a date-time that ends the text.</summary>
    public bool ReadDateTime() => ReadDateTimePrefix() && ReadEnd();

    /// <summary>Reads a date-time; more may follow.</summary>
    public bool ReadDateTimePrefix() =>
        ReadDate()
        && ReadLetter('t', Rfc3339Fault.DateTimeSeparator)
        && ReadTime()
        && ReadOffset()
        && (!IsLeapSecond || CheckLeapSecond(CivilDate.DaysInMonth(Year, Month)));

    public bool ReadEnd() => IsAtEnd || Fail(Rfc3339Fault.Trailing);

    public bool ReadDate()
    {
        if (
            !ReadTwo(out var century, Rfc3339Fault.YearDigit)
            || !ReadTwo(out var year, Rfc3339Fault.YearDigit)
            || !ReadSymbol('-', Rfc3339Fault.DateDash)
            || !ReadTwo(out Month, Rfc3339Fault.MonthDigit)
        )
        {
            return false;
        }

        Year = (century * 100) + year;
        if (Month - 1 > 11)
        {
            return FailBack(Rfc3339Fault.MonthRange);
        }

        return ReadSymbol('-', Rfc3339Fault.DateDash)
            && ReadTwo(out Day, Rfc3339Fault.DayDigit)
            && (
                (Day - 1 < 28 || Day - 1 < CivilDate.DaysInMonth(Year, Month))
                || FailBack(Rfc3339Fault.DayRange)
            );
    }

    public bool ReadTime()
    {
        if (
            !ReadTwo(out Hour, Rfc3339Fault.HourDigit)
            || (Hour > 23 && !FailBack(Rfc3339Fault.HourRange))
            || !ReadSymbol(':', Rfc3339Fault.TimeColon)
            || !ReadTwo(out Minute, Rfc3339Fault.MinuteDigit)
            || (Minute > 59 && !FailBack(Rfc3339Fault.MinuteRange))
            || !ReadSymbol(':', Rfc3339Fault.TimeColon)
            || !ReadTwo(out Second, Rfc3339Fault.SecondDigit)
            || (Second > 59 && !ReadLeapSecond())
        )
        {
            return false;
        }

        return Position >= _text.Length || At(Position) != '.' || ReadFraction();
    }

    public bool ReadOffset()
    {
        var sign = Position < _text.Length ? At(Position) : 0;
        if ((sign | 0x20) == 'z')
        {
            Position++;
            IsOffsetUnknown = true;
            return true;
        }

        if (sign is not ('+' or '-'))
        {
            return Fail(Rfc3339Fault.OffsetStart);
        }

        Position++;
        if (
            !ReadTwo(out var hour, Rfc3339Fault.OffsetHourDigit)
            || (hour > 23 && !FailBack(Rfc3339Fault.OffsetHourRange))
            || !ReadSymbol(':', Rfc3339Fault.OffsetColon)
            || !ReadTwo(out var minute, Rfc3339Fault.OffsetMinuteDigit)
            || (minute > 59 && !FailBack(Rfc3339Fault.OffsetMinuteRange))
        )
        {
            return false;
        }

        var size = (int)((hour * 60) + minute);
        OffsetMinutes = sign == '-' ? -size : size;
        IsOffsetUnknown = sign == '-' && size == 0;
        return true;
    }

    /// <summary>Checks the leap second of a full-time, whose date is not known.</summary>
    public bool CheckLeapSecondOfTime() => !IsLeapSecond || IsLastUtcMinute() || FailLeapSecond();

    public bool FailOffset(Rfc3339Fault fault)
    {
        Position -= 6;
        return Fail(fault);
    }

    public bool Fail(Rfc3339Fault fault)
    {
        Fault = fault;
        return false;
    }

    private bool CheckLeapSecond(uint daysInMonth)
    {
        // The local date may be the day before or after the last day of a month in UTC.
        var localMinute = (int)((Hour * 60) + Minute);
        var isLastDay = (localMinute - OffsetMinutes) switch
        {
            < 0 => Day == 1,
            >= 1440 => Day + 1 == daysInMonth,
            _ => Day == daysInMonth,
        };
        return (isLastDay && IsLastUtcMinute()) || FailLeapSecond();
    }

    private readonly bool IsLastUtcMinute() =>
        ((int)((Hour * 60) + Minute) - OffsetMinutes + 1440) % 1440 == 1439;

    private bool FailLeapSecond()
    {
        Position = LeapSecondPosition;
        return Fail(Rfc3339Fault.LeapSecond);
    }

    private int LeapSecondPosition;

    private bool ReadLeapSecond()
    {
        if (Second != 60)
        {
            return FailBack(Rfc3339Fault.SecondRange);
        }

        LeapSecondPosition = Position - 2;
        IsLeapSecond = true;
        Second = 59;
        Nanosecond = 999_999_999;
        return true;
    }

    private bool ReadFraction()
    {
        var first = ++Position;
        uint value = 0;
        uint digit;
        while (Position < _text.Length && (digit = At(Position) - '0') <= 9)
        {
            if (Position - first < 9)
            {
                value = (value * 10) + digit;
            }

            Position++;
        }

        var count = Position - first;
        if (count == 0)
        {
            return Fail(Rfc3339Fault.FractionDigit);
        }

        if (!IsLeapSecond)
        {
            Nanosecond = count >= 9 ? value : value * PowerOfTen(9 - count);
        }

        return true;
    }

    private static uint PowerOfTen(int exponent)
    {
        ReadOnlySpan<uint> powers =
        [
            1,
            10,
            100,
            1_000,
            10_000,
            100_000,
            1_000_000,
            10_000_000,
            100_000_000,
        ];
        return powers[exponent];
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private bool ReadTwo(out uint value, Rfc3339Fault fault)
    {
        if (Position <= _text.Length - 2)
        {
            var tens = At(Position) - '0';
            var ones = At(Position + 1) - '0';
            value = (tens * 10) + ones;
            if (tens <= 9 && ones <= 9)
            {
                Position += 2;
                return true;
            }
        }

        value = 0;
        return FailAtNonDigit(fault);
    }

    private bool FailAtNonDigit(Rfc3339Fault fault)
    {
        if (Position < _text.Length && At(Position) - '0' <= 9)
        {
            Position++;
        }

        return Fail(fault);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private bool ReadSymbol(uint symbol, Rfc3339Fault fault)
    {
        if (Position < _text.Length && At(Position) == symbol)
        {
            Position++;
            return true;
        }

        return Fail(fault);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private bool ReadLetter(uint lower, Rfc3339Fault fault)
    {
        if (Position < _text.Length && (At(Position) | 0x20) == lower)
        {
            Position++;
            return true;
        }

        return Fail(fault);
    }

    private bool FailBack(Rfc3339Fault fault)
    {
        Position -= 2;
        return Fail(fault);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private readonly uint At(int index) =>
        uint.CreateTruncating(Unsafe.Add(ref MemoryMarshal.GetReference(_text), index));
}
