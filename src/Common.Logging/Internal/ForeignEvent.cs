using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;
using Microsoft.Extensions.Logging;

namespace Common.Logging.Internal;

/// <summary>What all records of a message template of another library have in common, encoded.</summary>
/// <remarks>
/// It is for the templates and values whose text is known to need neither escapes nor masks, and that run no code but the platform's:
/// numbers, truth values and short plain strings. All others go the careful way.
/// </remarks>
internal sealed class ForeignEvent
{
    /// <summary>The most holes of a template.</summary>
    public const int MostHoles = 8;

    /// <summary>The longest template.</summary>
    public const int LongestTemplate = 512;

    private const int LongestText = 256;

    private readonly EventId _id;
    private readonly LogLevel _level;
    private readonly string _template;
    private readonly Delegate _formatter;
    private readonly Block[] _literals;
    private readonly byte[][] _members;
    private readonly bool _takesText;
    private readonly int _length;

    private ForeignEvent(
        EventPrefix prefix,
        (EventId Id, LogLevel Level, string Template, Delegate Formatter) key,
        MessageTemplate? parts,
        MemberNames names,
        bool isJson
    )
    {
        Prefix = prefix;
        (_id, _level, _template, _formatter) = key;
        if (parts is null)
        {
            _literals = [];
            _members = [];
            _length = int.MaxValue; // nothing fits
            return;
        }

        _literals =
        [
            .. parts.Literals.Select(
                (literal, i) => Encode(literal, isJson, i == 0, i == parts.Names.Count)
            ),
        ];
        _members = [.. parts.Names.Select(name => names[name].Bytes)];
        _takesText = parts.Literals.All(literal => literal.Length == 0 || TouchesNoHint(literal));
        _takesText &= parts.Literals.Skip(1).SkipLast(1).All(literal => literal.Length > 0);
        _length =
            _literals.Sum(literal => literal.Length)
            + _members.Sum(member => member.Length + (2 * NumberText.MaxLength));
    }

    /// <summary>What is before the body and behind the context.</summary>
    public EventPrefix Prefix { get; }

    /// <summary>A number that is likely to be another one for another event.</summary>
    public int Hash => HashOf(_id, _template);

    /// <summary>The <see cref="Hash"/> of an event.</summary>
    public static int HashOf(EventId id, string template) => id.Id ^ (template.Length * 31);

    /// <summary>Whether a record is one of this event's.</summary>
    public bool Is(EventId id, LogLevel level, string template, Delegate formatter) =>
        ReferenceEquals(template, _template)
        && ReferenceEquals(formatter, _formatter)
        && id.Id == _id.Id
        && ReferenceEquals(id.Name, _id.Name)
        && level == _level;

    /// <summary>Makes an event; it takes no values if its records can't be written without care.</summary>
    /// <param name="prefix">What is before the body and behind the context.</param>
    /// <param name="key">What tells the event from others.</param>
    /// <param name="example">The text that the platform makes of <paramref name="values"/>.</param>
    /// <param name="values">Values that <see cref="Takes"/> takes.</param>
    /// <param name="names">Encodes the names.</param>
    /// <param name="isJson">Whether records are JSON.</param>
    public static ForeignEvent Create(
        EventPrefix prefix,
        (EventId Id, LogLevel Level, string Template, Delegate Formatter) key,
        string example,
        ReadOnlySpan<object?> values,
        MemberNames names,
        bool isJson
    )
    {
        var parts = MessageTemplate.Parse(key.Template);
        var isUsable =
            parts is not null
            && parts.Names.Count == values.Length
            && parts.Names.Distinct(StringComparer.Ordinal).Count() == values.Length
            && !parts.Names.Any(name => names[name].IsSecret)
            && !SecretMask.MayFind(key.Template)
            && (isJson || !EscapedText.NeedsQuotes(example))
            && string.Equals(Render(parts, values), example, StringComparison.Ordinal);
        return new ForeignEvent(prefix, key, isUsable ? parts : null, names, isJson);
    }

    /// <summary>Whether all values are of those that some event takes.</summary>
    public static bool AreTaken(ReadOnlySpan<object?> values)
    {
        var length = 0;
        return Measure(values, takesText: true, ref length);
    }

    /// <summary>Whether all values can be written, and the record is sure to fit into half a line.</summary>
    public bool Takes(ReadOnlySpan<object?> values, int maxLine)
    {
        var length = _length;
        return length <= maxLine / 2
            && Measure(values, _takesText, ref length)
            && length <= maxLine / 2;
    }

    /// <summary>Writes the body.</summary>
    public void WriteBody(RecordWriter writer, ReadOnlySpan<object?> values)
    {
        for (var i = 0; i < values.Length; i++)
        {
            writer.Append(_literals[i]);
            ForeignValue.WriteBare(writer, values[i]!);
        }

        writer.Append(_literals[values.Length]);
    }

    /// <summary>Writes the values as fields.</summary>
    public void WriteFields(RecordWriter writer, ReadOnlySpan<object?> values)
    {
        for (var i = 0; i < values.Length; i++)
        {
            ForeignValue.WritePlain(writer, _members[i], values[i]!);
        }
    }

    private static bool Measure(ReadOnlySpan<object?> values, bool takesText, ref int length)
    {
        foreach (var value in values)
        {
            switch (value)
            {
                case int or long or decimal or bool or byte or ushort or uint or ulong:
                    break;
                case double number when double.IsFinite(number):
                    break;
                case string text when takesText && IsPlain(text):
                    length += 2 * text.Length;
                    break;
                default:
                    return false;
            }
        }

        return true;
    }

    private static Block Encode(string literal, bool isJson, bool isFirst, bool isLast)
    {
        var text = isJson
            ? (isFirst ? "\"" : "") + EscapedText.Escaped(literal) + (isLast ? "\"" : "")
            : literal;
        return new Block(Encoding.UTF8.GetBytes(text));
    }

    /// <summary>Whether a text beside the literal can't make a word with it that names a secret.</summary>
    private static bool TouchesNoHint(string literal) =>
        !SecretMask.MayBeOfHint(literal[0]) && !SecretMask.MayBeOfHint(literal[^1]);

    private static bool IsPlain(string text) =>
        text.Length is > 0 and <= LongestText
        && text[0] != ' '
        && text[^1] != ' '
        && Characters.ArePlain(text)
        && !SecretMask.MayFind(text);

    private static string Render(MessageTemplate parts, ReadOnlySpan<object?> values)
    {
        var text = new StringBuilder();
        for (var i = 0; i < values.Length; i++)
        {
            text.Append(parts.Literals[i])
                .Append(Convert.ToString(values[i], CultureInfo.InvariantCulture));
        }

        return text.Append(parts.Literals[values.Length]).ToString();
    }

    /// <summary>The values of a record.</summary>
    [InlineArray(MostHoles)]
    internal struct Values
    {
        private object? _first;
    }
}
