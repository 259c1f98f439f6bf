using System.Buffers;
using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using NodaTime;

namespace Common.Time.Internal;

/// <summary>Reads the suffixes of RFC 9557, section 4.1.</summary>
internal static class SuffixReader
{
    private const int MaxTags = 32;

    private static readonly SearchValues<char> ZoneCharacters = SearchValues.Create(
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789._-+/"
    );

    private static readonly SearchValues<char> KeyCharacters = SearchValues.Create(
        "abcdefghijklmnopqrstuvwxyz0123456789_-"
    );

    public static bool TryRead(
        ReadOnlySpan<char> text,
        ImmutableArray<string> understood,
        [NotNullWhen(true)] out SuffixedDateTime? result,
        out SuffixError error
    )
    {
        result = null;
        var scanner = new Rfc3339Scanner<char>(text);
        if (!Rfc3339.TryReadOffset(ref scanner, out var dateTime))
        {
            error = new SuffixError(scanner.Position, scanner.Fault, null);
            return false;
        }

        var read = new SuffixedDateTime(dateTime);
        var tags = ImmutableArray.CreateBuilder<SuffixTag>();
        var start = scanner.Position;
        while (start < text.Length)
        {
            var length = text[start] == '[' ? text[start..].IndexOf(']') : -1;
            if (length < 0)
            {
                error = new SuffixError(start, default, "must stand in brackets");
                return false;
            }

            var inner = text.Slice(start + 1, length - 1);
            var isCritical = inner.StartsWith('!');
            inner = isCritical ? inner[1..] : inner;
            var isFirst = start == scanner.Position;
            var rule = inner.Contains('=')
                ? ReadTag(inner, isCritical, understood, tags)
                : ReadZone(inner, isCritical, isFirst, scanner.IsOffsetUnknown, ref read);
            if (rule is not null)
            {
                error = new SuffixError(start, default, rule);
                return false;
            }

            start += length + 1;
        }

        error = default;
        result = tags.Count == 0 ? read : read with { Tags = tags.ToImmutable() };
        return true;
    }

    private static string? ReadZone(
        ReadOnlySpan<char> zone,
        bool isCritical,
        bool isFirst,
        bool isOffsetUnknown,
        ref SuffixedDateTime read
    )
    {
        if (!isFirst)
        {
            return "is a time zone, which must be the first suffix";
        }

        if (!IsZone(zone))
        {
            return "is no time zone and no tag";
        }

        read = read with { TimeZone = zone.ToString(), IsTimeZoneCritical = isCritical };
        return isCritical && !isOffsetUnknown ? CheckOffset(read) : null;
    }

    /// <summary>RFC 9557, section 3.4: a critical time zone that contradicts the offset makes the text erroneous.</summary>
    private static string? CheckOffset(SuffixedDateTime read)
    {
        var instant = read.DateTime.ToInstant();
        var zone = DateTimeZoneProviders.Tzdb.GetZoneOrNull(read.TimeZone!);
        if (zone is null)
        {
            return TryReadOffset(read.TimeZone!, out var offset)
                ? offset == read.DateTime.Offset
                    ? null
                    : "is critical and contradicts the offset"
                : "is critical, and no such time zone is known";
        }

        return zone.GetUtcOffset(instant) == read.DateTime.Offset
            ? null
            : "is critical and contradicts the offset";
    }

    private static bool IsZone(ReadOnlySpan<char> zone)
    {
        if (TryReadOffset(zone, out _))
        {
            return true;
        }

        if (zone.IsEmpty || zone.ContainsAnyExcept(ZoneCharacters))
        {
            return false;
        }

        foreach (var range in zone.Split('/'))
        {
            var part = zone[range];
            if (
                part.IsEmpty
                || part is "." or ".."
                || !(char.IsAsciiLetter(part[0]) || part[0] is '.' or '_')
            )
            {
                return false;
            }
        }

        return true;
    }

    private static bool TryReadOffset(ReadOnlySpan<char> text, out Offset offset)
    {
        offset = default;
        if (text.IsEmpty || text[0] is not ('+' or '-'))
        {
            return false;
        }

        var scanner = new Rfc3339Scanner<char>(text);
        if (!scanner.ReadOffset() || !scanner.IsAtEnd || Math.Abs(scanner.OffsetMinutes) > 18 * 60)
        {
            return false;
        }

        offset = Offset.FromSeconds(scanner.OffsetMinutes * 60);
        return true;
    }

    private static string? ReadTag(
        ReadOnlySpan<char> tag,
        bool isCritical,
        ImmutableArray<string> understood,
        ImmutableArray<SuffixTag>.Builder tags
    )
    {
        var equals = tag.IndexOf('=');
        var key = tag[..equals];
        var value = tag[(equals + 1)..];
        if (
            key.IsEmpty
            || key.ContainsAnyExcept(KeyCharacters)
            || !(char.IsAsciiLetterLower(key[0]) || key[0] == '_')
        )
        {
            return "has an ill-formed key";
        }

        foreach (var range in value.Split('-'))
        {
            var part = value[range];
            if (part.IsEmpty || !IsAlphanumeric(part))
            {
                return "has an ill-formed value";
            }
        }

        var name = key.ToString();
        if (isCritical && (understood.IsDefault || !understood.Contains(name)))
        {
            return "is critical and not understood";
        }

        var first = tags.FirstOrDefault(t => t.Key == name);
        if (first.Key is null)
        {
            tags.Add(new SuffixTag(name, value.ToString(), isCritical));
        }
        else if ((isCritical || first.IsCritical) && !value.SequenceEqual(first.Value))
        {
            return "is critical and contradicts an earlier one";
        }

        return tags.Count > MaxTags ? "is one too many; there may be 32" : null;
    }

    private static bool IsAlphanumeric(ReadOnlySpan<char> text)
    {
        foreach (var character in text)
        {
            if (!char.IsAsciiLetterOrDigit(character))
            {
                return false;
            }
        }

        return true;
    }
}
