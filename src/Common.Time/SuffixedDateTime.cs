using System.Collections.Immutable;
using NodaTime;

namespace Common.Time;

/// <summary>A date and time with the suffixes of RFC 9557. Immutable.</summary>
/// <param name="DateTime">The date, the time and the offset.</param>
public sealed record SuffixedDateTime(OffsetDateTime DateTime)
{
    /// <summary>The time zone.</summary>
    /// <value>A name such as <c>Europe/Paris</c>, an offset such as <c>+01:00</c>, or <see langword="null"/>, the default.</value>
    public string? TimeZone { get; init; }

    /// <summary>Whether whoever cannot act on the time zone must refuse the text.</summary>
    /// <value><see langword="false"/>, by default.</value>
    public bool IsTimeZoneCritical { get; init; }

    /// <summary>The tags, in the order in which they are written.</summary>
    /// <value>Empty, by default; never the default value of the array.</value>
    public ImmutableArray<SuffixTag> Tags
    {
        get;
        init => field = value.IsDefault ? [] : value;
    } = [];

    /// <inheritdoc/>
    public bool Equals(SuffixedDateTime? other) =>
        other is not null
        && DateTime == other.DateTime
        && TimeZone == other.TimeZone
        && IsTimeZoneCritical == other.IsTimeZoneCritical
        && Tags.AsSpan().SequenceEqual(other.Tags.AsSpan());

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(DateTime, TimeZone, Tags.Length);
}
