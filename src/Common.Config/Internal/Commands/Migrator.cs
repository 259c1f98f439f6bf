using System.Text;
using Common.Config.Catalogue;

namespace Common.Config.Internal.Commands;

/// <summary>Replaces the deprecated keys of a file by their successors and leaves every other character as it is.</summary>
internal static class Migrator
{
    /// <summary>Migrates a text.</summary>
    /// <exception cref="FormatException">The text is no JSON object, or a version is ill-formed.</exception>
    /// <exception cref="ConfigException">The file gives an option by both names with different values.</exception>
    public static Migration Migrate(string text, ConfigCatalogue catalogue, string? oldest)
    {
        var running =
            oldest is null ? null
            : Version.TryParse(
                oldest.Contains('.', StringComparison.Ordinal) ? oldest : oldest + ".0",
                out var version
            )
                ? version
            : throw new FormatException($"{ValueText.Quote(oldest)} is no version such as 1.2.");
        var changes = new List<string>();
        foreach (var section in catalogue.Sections.Where(section => !section.IsNamed))
        {
            foreach (var (key, option) in Renames(catalogue, section, section.Path))
            {
                foreach (var older in option.DeprecatedKeys)
                {
                    if (IsKnown(older.Since, running))
                    {
                        text = Rename(text, older.Path, key, changes);
                    }
                }
            }
        }

        return new Migration(text, changes);
    }

    private static IEnumerable<(string Key, CatalogueOption Option)> Renames(
        ConfigCatalogue catalogue,
        CatalogueSection section,
        string path
    )
    {
        foreach (var option in section.Options)
        {
            var key = $"{path}:{option.Name}";
            yield return (key, option);
            if (option.Type.Name == "section" && catalogue.Find(option.Type.Class) is { } inner)
            {
                foreach (var part in Renames(catalogue, inner, key))
                {
                    yield return part;
                }
            }
        }
    }

    /// <summary>A release that first deprecated a key is the first that knows its successor.</summary>
    private static bool IsKnown(string since, Version? running) =>
        running is null || (Version.TryParse(since, out var version) && version <= running);

    private static string Rename(string text, string older, string key, List<string> changes)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        var properties = JsonOutline.Of(bytes);
        if (Find(properties, older) is not { } property)
        {
            return text;
        }

        var change = $"{older} -> {key}";
        if (Find(properties, key) is { } present)
        {
            if (!Value(bytes, property).SequenceEqual(Value(bytes, present)))
            {
                throw new ConfigException([
                    new ConfigError(
                        older,
                        null,
                        null,
                        $"and {key} are two names of one option, with different values in one file; remove one"
                    ),
                ]);
            }

            changes.Add($"{older} removed; {key} says the same");
            return Encoding.UTF8.GetString(Remove(bytes, properties, property, out _));
        }

        changes.Add(change);
        if (NameWithin(property, key) is { } near)
        {
            return Encoding.UTF8.GetString(
                Replace(bytes, property.NameStart, property.NameEnd, JsonLiteral.Quote(near))
            );
        }

        var (parent, name) = Split(key);
        var without = Remove(bytes, properties, property, out var value);
        return Insert(without, parent, name, value);
    }

    /// <summary>The name of a key in the object of a property; null where it does not belong there. A name that is a path becomes one again.</summary>
    private static string? NameWithin(JsonProperty property, string key)
    {
        var start = property.Parent.Length == 0 ? 0 : property.Parent.Length + 1;
        return
            (
                start == 0
                || key.StartsWith(property.Parent + ":", StringComparison.OrdinalIgnoreCase)
            ) && (key.IndexOf(':', start) < 0 || property.Path.IndexOf(':', start) >= 0)
            ? key[start..]
            : null;
    }

    private static JsonProperty? Find(IEnumerable<JsonProperty> properties, string key) =>
        properties.LastOrDefault(p => p.Path.Equals(key, StringComparison.OrdinalIgnoreCase));

    private static ReadOnlySpan<byte> Value(byte[] bytes, JsonProperty property) =>
        bytes.AsSpan(property.ValueStart..property.ValueEnd);

    private static (string Parent, string Name) Split(string key)
    {
        var colon = key.LastIndexOf(':');
        return colon < 0 ? ("", key) : (key[..colon], key[(colon + 1)..]);
    }

    private static byte[] Replace(byte[] bytes, int start, int end, string text) =>
        [.. bytes[..start], .. Encoding.UTF8.GetBytes(text), .. bytes[end..]];

    /// <summary>Takes a property out, with one comma and, where it has lines to itself, those lines.</summary>
    private static byte[] Remove(
        byte[] bytes,
        IReadOnlyList<JsonProperty> properties,
        JsonProperty property,
        out string value
    )
    {
        value = Encoding.UTF8.GetString(Value(bytes, property));
        var (start, end) = (property.NameStart, property.ValueEnd);
        var after = JsonOutline.SkipComments(bytes, end);
        if (after < bytes.Length && bytes[after] == (byte)',')
        {
            if (after == SkipBlank(bytes, end))
            {
                end = after + 1;
            }
            else
            {
                bytes = [.. bytes[..after], .. bytes[(after + 1)..]];
            }
        }
        else if (CommaBefore(bytes, properties, property) is { } before)
        {
            // The last of its object: the comma before it goes too.
            bytes = [.. bytes[..before], .. bytes[(before + 1)..]];
            (start, end) = (start - 1, end - 1);
        }

        var lineStart = start;
        while (lineStart > 0 && bytes[lineStart - 1] is (byte)' ' or (byte)'\t')
        {
            lineStart--;
        }

        var lineEnd = end;
        while (lineEnd < bytes.Length && bytes[lineEnd] is (byte)' ' or (byte)'\t' or (byte)'\r')
        {
            lineEnd++;
        }

        var isAlone =
            (lineStart == 0 || bytes[lineStart - 1] == (byte)'\n')
            && lineEnd < bytes.Length
            && bytes[lineEnd] == (byte)'\n';
        return isAlone
            ? [.. bytes[..lineStart], .. bytes[(lineEnd + 1)..]]
            : [.. bytes[..start], .. bytes[end..]];
    }

    /// <summary>Puts a property first into an object, which is made where it is not there.</summary>
    /// <summary>The comma between a property and the one before it in its object; null for the first one.</summary>
    private static int? CommaBefore(
        byte[] bytes,
        IReadOnlyList<JsonProperty> properties,
        JsonProperty property
    )
    {
        var around = properties
            .Where(p => p.ValueStart < property.NameStart && p.ValueEnd > property.NameStart)
            .Select(p => p.ValueStart)
            .DefaultIfEmpty(-1)
            .Max();
        var end = properties
            .Where(p => p.NameStart > around && p.ValueEnd <= property.NameStart)
            .Select(p => p.ValueEnd)
            .DefaultIfEmpty(-1)
            .Max();
        return end < 0 ? null : JsonOutline.SkipComments(bytes, end);
    }

    private static string Insert(byte[] bytes, string parent, string name, string value)
    {
        var properties = JsonOutline.Of(bytes);
        var member = $"{JsonLiteral.Quote(name)}: {value}";
        while (parent.Length > 0)
        {
            if (Find(properties, parent) is { } target && bytes[target.ValueStart] == (byte)'{')
            {
                return Encoding.UTF8.GetString(InsertAt(bytes, target.ValueStart + 1, member));
            }

            (parent, var section) = Split(parent);
            member = $"{JsonLiteral.Quote(section)}: {{ {member} }}";
        }

        var root = JsonOutline.RootOf(bytes);
        return Encoding.UTF8.GetString(InsertAt(bytes, root + 1, member));
    }

    private static byte[] InsertAt(byte[] bytes, int at, string member)
    {
        var next = SkipBlank(bytes, at);
        var isEmpty = next < bytes.Length && bytes[next] == (byte)'}';
        var space = Encoding.UTF8.GetString(bytes[at..next]);
        var newLine = space.LastIndexOf('\n');
        var lead =
            newLine < 0
                ? " "
                : space[(newLine > 0 && space[newLine - 1] == '\r' ? newLine - 1 : newLine)..];
        return Replace(bytes, at, at, isEmpty ? $" {member} " : $"{lead}{member},");
    }

    private static int SkipBlank(byte[] bytes, int at)
    {
        while (at < bytes.Length && IsBlank(bytes[at]))
        {
            at++;
        }

        return at;
    }

    private static bool IsBlank(byte b) => b is (byte)' ' or (byte)'\t' or (byte)'\r' or (byte)'\n';
}
