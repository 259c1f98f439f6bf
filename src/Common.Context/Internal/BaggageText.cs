using System.Buffers;
using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using System.Text;
using Microsoft.Extensions.Primitives;

namespace Common.Context.Internal;

/// <summary>Reads and writes the list of W3C Baggage, section 3.3.</summary>
internal static class BaggageText
{
    private static readonly SearchValues<char> TokenCharacters = SearchValues.Create(
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789!#$%&'*+-.^_`|~"
    );

    /// <summary>The octets of a value: visible ASCII without double quote, comma, semicolon and backslash.</summary>
    private static readonly SearchValues<char> ValueCharacters = SearchValues.Create([
        .. Enumerable
            .Range(0x21, 0x5E)
            .Select(c => (char)c)
            .Where(c => c is not ('"' or ',' or ';' or '\\')),
    ]);

    /// <summary>What is written as it is; a percent sign is not.</summary>
    private static readonly SearchValues<char> PlainCharacters = SearchValues.Create([
        .. Enumerable
            .Range(0x21, 0x5E)
            .Select(c => (char)c)
            .Where(c => c is not ('"' or ',' or ';' or '\\' or '%')),
    ]);

    public static bool IsKey(ReadOnlySpan<char> text) =>
        !text.IsEmpty && !text.ContainsAnyExcept(TokenCharacters);

    public static string Encode(string value)
    {
        if (!value.AsSpan().ContainsAnyExcept(PlainCharacters))
        {
            return value;
        }

        var text = new StringBuilder(value.Length + 16);
        foreach (var octet in Encoding.UTF8.GetBytes(value))
        {
            if (PlainCharacters.Contains((char)octet))
            {
                text.Append((char)octet);
            }
            else
            {
                text.Append('%').Append(Convert.ToHexString([octet]));
            }
        }

        return text.ToString();
    }

    /// <summary>Gives all header lines as one list, unless they are too long together.</summary>
    public static bool TryJoin(StringValues values, [NotNullWhen(true)] out string? list)
    {
        list = null;
        if (values.Count == 1)
        {
            list = values[0] ?? "";
            return true;
        }

        var length = values.Count;
        foreach (var value in values)
        {
            length += value?.Length ?? 0;
        }

        if (length > Baggage.MaxLength + 1)
        {
            return false;
        }

        list = values.ToString();
        return true;
    }

    public static bool TryRead(ReadOnlySpan<char> text, out ImmutableArray<BaggageEntry> entries)
    {
        entries = [];
        text = text.Trim(" \t");
        if (text.IsEmpty)
        {
            return true;
        }

        var read = ImmutableArray.CreateBuilder<BaggageEntry>();
        foreach (var range in text.Split(','))
        {
            if (read.Count == Baggage.MaxEntries || !TryReadEntry(text[range], out var entry))
            {
                return false;
            }

            read.Add(entry);
        }

        entries = read.ToImmutable();
        return true;
    }

    private static bool TryReadEntry(ReadOnlySpan<char> text, out BaggageEntry entry)
    {
        entry = default;
        var semicolon = text.IndexOf(';');
        var member = semicolon < 0 ? text : text[..semicolon];
        var equals = member.IndexOf('=');
        if (equals < 0)
        {
            return false;
        }

        var key = member[..equals].Trim(" \t");
        var value = member[(equals + 1)..].Trim(" \t");
        if (!IsKey(key) || value.ContainsAnyExcept(ValueCharacters))
        {
            return false;
        }

        string? properties = null;
        if (semicolon >= 0 && !TryReadProperties(text[(semicolon + 1)..], out properties))
        {
            return false;
        }

        entry = new BaggageEntry(key.ToString(), Decode(value), properties);
        return true;
    }

    private static bool TryReadProperties(ReadOnlySpan<char> text, out string? properties)
    {
        var kept = new StringBuilder();
        properties = null;
        foreach (var range in text.Split(';'))
        {
            var property = text[range].Trim(" \t");
            var equals = property.IndexOf('=');
            var key = equals < 0 ? property : property[..equals].TrimEnd(" \t");
            var value = equals < 0 ? default : property[(equals + 1)..].TrimStart(" \t");
            if (!IsKey(key) || value.ContainsAnyExcept(ValueCharacters))
            {
                return false;
            }

            kept.Append(kept.Length == 0 ? "" : ";").Append(key);
            if (equals >= 0)
            {
                kept.Append('=').Append(value);
            }
        }

        properties = kept.ToString();
        return true;
    }

    /// <summary>What is not UTF-8 becomes U+FFFD, as the specification says; a percent sign without two digits stays.</summary>
    private static string Decode(ReadOnlySpan<char> value)
    {
        if (!value.Contains('%'))
        {
            return value.ToString();
        }

        var octets = new byte[value.Length];
        var length = 0;
        for (var i = 0; i < value.Length; i++)
        {
            if (
                value[i] == '%'
                && i + 2 < value.Length
                && char.IsAsciiHexDigit(value[i + 1])
                && char.IsAsciiHexDigit(value[i + 2])
            )
            {
                octets[length++] = Convert.FromHexString(value.Slice(i + 1, 2))[0];
                i += 2;
            }
            else
            {
                octets[length++] = (byte)value[i];
            }
        }

        return Encoding.UTF8.GetString(octets, 0, length);
    }
}
