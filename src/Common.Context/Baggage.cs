using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using System.Text;
using Common.Context.Internal;

namespace Common.Context;

/// <summary>Values that travel with a trace, of W3C Baggage. Immutable; equal if the entries are, in their order.</summary>
/// <remarks>At most 64 entries and 8,192 bytes are read. It is no place for secrets or identity: any service on the way may read it.</remarks>
public sealed class Baggage : IEquatable<Baggage>
{
    /// <summary>How many entries are read.</summary>
    public const int MaxEntries = 64;

    /// <summary>How many bytes are read.</summary>
    public const int MaxLength = 8192;

    private Baggage(ImmutableArray<BaggageEntry> entries) => Entries = entries;

    /// <summary>No values.</summary>
    public static Baggage Empty { get; } = new([]);

    /// <summary>The entries in their order.</summary>
    public ImmutableArray<BaggageEntry> Entries { get; }

    /// <summary>Whether there are no entries.</summary>
    public bool IsEmpty => Entries.IsEmpty;

    /// <summary>Gives the value of a key.</summary>
    /// <param name="key">The key; compared with regard to case.</param>
    /// <returns>The value of the first such entry, or <see langword="null"/>.</returns>
    public string? Get(string key)
    {
        foreach (var entry in Entries)
        {
            if (entry.Key == key)
            {
                return entry.Value;
            }
        }

        return null;
    }

    /// <summary>Gives baggage with an entry in place of all with its key.</summary>
    /// <param name="key">A token of RFC 9110: visible ASCII characters without delimiters.</param>
    /// <param name="value">Any text.</param>
    /// <returns>The other baggage.</returns>
    /// <exception cref="ArgumentException">The key is no token, or there would be too many entries or bytes.</exception>
    public Baggage With(string key, string value)
    {
        ArgumentNullException.ThrowIfNull(value);
        if (!BaggageText.IsKey(key))
        {
            throw new ArgumentException(
                "A key of baggage is made of ASCII letters, digits and !#$%&'*+-.^_`|~.",
                nameof(key)
            );
        }

        var changed = new Baggage(
            Entries.RemoveAll(e => e.Key == key).Add(new BaggageEntry(key, value))
        );
        return changed.Entries.Length <= MaxEntries && changed.ToString().Length <= MaxLength
            ? changed
            : throw new ArgumentException(
                $"Baggage has at most {MaxEntries} entries and {MaxLength} bytes.",
                nameof(value)
            );
    }

    /// <summary>Gives baggage without a key.</summary>
    /// <param name="key">The key.</param>
    /// <returns>The other baggage, or this one if there is no such key.</returns>
    public Baggage Without(string key)
    {
        var rest = Entries.RemoveAll(e => e.Key == key);
        return rest.Length == Entries.Length ? this
            : rest.IsEmpty ? Empty
            : new Baggage(rest);
    }

    /// <summary>Tries to read baggage. Never throws.</summary>
    /// <param name="s">A list of W3C Baggage, section 3.3.</param>
    /// <param name="result">What was read, or <see langword="null"/> when this method returns <see langword="false"/>.</param>
    /// <returns><see langword="false"/> if it is ill-formed, or too much.</returns>
    public static bool TryParse(ReadOnlySpan<char> s, [NotNullWhen(true)] out Baggage? result)
    {
        result = null;
        if (s.Length > MaxLength || !BaggageText.TryRead(s, out var entries))
        {
            return false;
        }

        var read = entries.IsEmpty ? Empty : new Baggage(entries);
        // A lone percent sign, and what is no UTF-8, are longer when they are sent on.
        if (s.Contains('%') && read.ToString().Length > MaxLength)
        {
            return false;
        }

        result = read;
        return true;
    }

    /// <inheritdoc/>
    public bool Equals(Baggage? other) =>
        other is not null && Entries.AsSpan().SequenceEqual(other.Entries.AsSpan());

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as Baggage);

    /// <inheritdoc/>
    public override int GetHashCode() => IsEmpty ? 0 : HashCode.Combine(Entries.Length, Entries[0]);

    /// <summary>Gives the header's value.</summary>
    /// <returns>A list of W3C Baggage; empty if there are no entries.</returns>
    public override string ToString()
    {
        var text = new StringBuilder();
        foreach (var entry in Entries)
        {
            text.Append(text.Length == 0 ? "" : ",").Append(entry);
        }

        return text.ToString();
    }
}
