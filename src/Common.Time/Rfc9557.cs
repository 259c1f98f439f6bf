using System.Collections.Immutable;
using System.Text;
using Common.Time.Internal;

namespace Common.Time;

/// <summary>Writes and reads a date-time of RFC 3339 with the suffixes of RFC 9557: a time zone and tags.</summary>
/// <remarks>All members are thread-safe.</remarks>
public static class Rfc9557
{
    /// <summary>Writes a date and time with its suffixes.</summary>
    /// <param name="value">What to write.</param>
    /// <returns>A text such as <c>2026-11-21T11:11:12+01:00[Europe/Paris][u-ca=gregory]</c>.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The year or the offset cannot be written.</exception>
    /// <exception cref="FormatException">A suffix is not well-formed.</exception>
    public static string Format(SuffixedDateTime value)
    {
        ArgumentNullException.ThrowIfNull(value);
        var text = new StringBuilder(Rfc3339.Format(value.DateTime));
        if (value.TimeZone is not null)
        {
            text.Append('[')
                .Append(value.IsTimeZoneCritical ? "!" : "")
                .Append(value.TimeZone)
                .Append(']');
        }

        foreach (var tag in value.Tags)
        {
            text.Append('[')
                .Append(tag.IsCritical ? "!" : "")
                .Append(tag.Key)
                .Append('=')
                .Append(tag.Value)
                .Append(']');
        }

        var result = text.ToString();
        _ = Parse(result, [.. value.Tags.Select(t => t.Key)]); // what cannot be read back is not written
        return result;
    }

    /// <summary>Reads a date and time with its suffixes.</summary>
    /// <param name="s">A date-time, an optional time zone, and tags.</param>
    /// <param name="understoodKeys">The keys of tags that the caller acts on. A critical tag with another key is refused.</param>
    /// <returns>The date and time. Of two tags with one key the first counts.</returns>
    /// <exception cref="FormatException"><paramref name="s"/> is ill-formed, or something critical is not understood or contradicts the offset.</exception>
    public static SuffixedDateTime Parse(
        ReadOnlySpan<char> s,
        params ImmutableArray<string> understoodKeys
    ) =>
        SuffixReader.TryRead(s, understoodKeys, out var result, out var error)
            ? result
            : throw error.ToException(s);

    /// <summary>Tries to read a date and time with its suffixes. Never throws.</summary>
    /// <param name="s">A date-time, an optional time zone, and tags.</param>
    /// <param name="result">The date and time, or <see langword="null"/> when this method returns <see langword="false"/>.</param>
    /// <param name="understoodKeys">The keys of tags that the caller acts on. A critical tag with another key is refused.</param>
    /// <returns><see langword="true"/> if <paramref name="s"/> is well-formed and all that is critical is understood.</returns>
    public static bool TryParse(
        ReadOnlySpan<char> s,
        [System.Diagnostics.CodeAnalysis.NotNullWhen(true)] out SuffixedDateTime? result,
        params ImmutableArray<string> understoodKeys
    ) => SuffixReader.TryRead(s, understoodKeys, out result, out _);
}
