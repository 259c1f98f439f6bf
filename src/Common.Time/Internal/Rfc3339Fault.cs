namespace Common.Time.Internal;

/// <summary>Why a text is not RFC 3339. <see cref="Rfc3339Errors"/> holds the sentences.</summary>
internal enum Rfc3339Fault
{
    None = 0,
    YearDigit,
    DateDash,
    MonthDigit,
    MonthRange,
    DayDigit,
    DayRange,
    DateTimeSeparator,
    HourDigit,
    HourRange,
    TimeColon,
    MinuteDigit,
    MinuteRange,
    SecondDigit,
    SecondRange,
    LeapSecond,
    FractionDigit,
    OffsetStart,
    OffsetHourDigit,
    OffsetHourRange,
    OffsetColon,
    OffsetMinuteDigit,
    OffsetMinuteRange,
    OffsetTooLarge,
    OutOfRange,
    Trailing,
}
