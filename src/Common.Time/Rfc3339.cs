namespace Common.Time;

/// <summary>Writes and reads the date and time texts of RFC 3339.</summary>
/// <remarks>
/// Strict: the productions of section 5.6 and nothing else. <c>T</c> and <c>Z</c> are read in either case and written in upper
/// case; any number of decimals is read, and what is finer than a nanosecond is cut off. A leap second is read only where one
/// could be, at 23:59:60 UTC on the last day of a month (ITU-R TF.460-6), as the last nanosecond before it ends, since neither
/// NodaTime nor Unix time can name it. All members are thread-safe.
/// </remarks>
public static partial class Rfc3339
{
    /// <summary>The count of characters, and of UTF-8 bytes, that are always enough for what this type writes without a suffix.</summary>
    public const int MaxLength = Internal.Rfc3339Writer.MaxLength;
}
