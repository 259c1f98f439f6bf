namespace Common.Time.Internal;

/// <summary>Turns days since 1970-01-01 into a Gregorian date and back, for the years 0000 to 9999.</summary>
/// <remarks>
/// The arithmetic is that of Neri and Schneider, "Euclidean affine functions and their application to calendar algorithms" (2022).
/// All numbers are shifted by 400 years, so that they are never negative.
/// </remarks>
internal static class CivilDate
{
    /// <summary>The day of 0000-01-01.</summary>
    public const int MinDays = -719_528;

    /// <summary>The day of 9999-12-31.</summary>
    public const int MaxDays = 2_932_896;

    private const int DaysIn400Years = 146_097;

    /// <summary>Days from 0400-03-01, seen from 400 years earlier, to 1970-01-01.</summary>
    private const int Shift = 719_468 + DaysIn400Years;

    public static int ToDays(uint year, uint month, uint day)
    {
        var isEarly = month <= 2;
        var y = year + 400 - (isEarly ? 1u : 0u);
        var m = isEarly ? month + 12 : month;
        var century = y / 100;
        var days = (1461 * y / 4) - century + (century / 4) + ((979 * m) - 2919) / 32 + day - 1;
        return (int)days - Shift;
    }

    public static void FromDays(int days, out uint year, out uint month, out uint day)
    {
        var n1 = (4 * (uint)(days + Shift)) + 3;
        var century = n1 / DaysIn400Years;
        var n2 = (n1 % DaysIn400Years) | 3;
        var p2 = 2_939_745UL * n2;
        var dayOfYear = (uint)p2 / 2_939_745 / 4;
        var n3 = (2141 * dayOfYear) + 197_913;
        var isNextYear = dayOfYear >= 306;
        year = (100 * century) + (uint)(p2 >> 32) + (isNextYear ? 1u : 0u) - 400;
        month = (n3 >> 16) - (isNextYear ? 12u : 0u);
        day = ((n3 & 0xFFFF) / 2141) + 1;
    }

    public static uint DaysInMonth(uint year, uint month) =>
        month == 2 ? (IsLeap(year) ? 29u : 28u) : 30u | (month ^ (month >> 3));

    private static bool IsLeap(uint year) => (year & (year % 100 == 0 ? 15u : 3u)) == 0;
}
