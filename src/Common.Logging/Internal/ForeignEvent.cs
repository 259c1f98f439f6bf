using System.Globalization;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
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
    private readonly Hole[] _holes;
    private readonly Block _end;
    private readonly bool _takesText;
    private readonly bool _isJson;
    private readonly int _mostText;

    private ForeignEvent(
        EventPrefix prefix,
        (EventId Id, LogLevel Level, string Template, Delegate Formatter) key,
        bool isJson
    )
    {
        Prefix = prefix;
        (_id, _level, _template, _formatter) = key;
        _isJson = isJson;
        _holes = [];
    }

    private ForeignEvent(
        EventPrefix prefix,
        (EventId Id, LogLevel Level, string Template, Delegate Formatter) key,
        MessageTemplate parts,
        ReadOnlySpan<object?> values,
        MemberNames names,
        (bool IsJson, int MaxLine) shape
    )
        : this(prefix, key, shape.IsJson)
    {
        var literals = parts.Literals;
        _end = Encode(literals[values.Length], _isJson, values.IsEmpty, isLast: true);
        _holes = new Hole[values.Length];
        var length = _end.Length;
        for (var i = 0; i < values.Length; i++)
        {
            _holes[i] = new Hole(
                ValueKinds.Of(values[i]),
                Encode(literals[i], _isJson, isFirst: i == 0, isLast: false),
                names[parts.Names[i]].Bytes,
                _isJson
            );
            length += _holes[i].Length + (2 * NumberText.MaxLength);
        }

        IsUsable = length <= shape.MaxLine / 2;
        _mostText = (shape.MaxLine / 4) - (length / 2); // each text is written twice
        _takesText =
            literals.All(literal => literal.Length == 0 || TouchesNoHint(literal))
            && literals.Skip(1).SkipLast(1).All(literal => literal.Length > 0);
    }

    /// <summary>Whether records of this event can be written without care at all.</summary>
    public bool IsUsable { get; }

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

    /// <summary>Makes an event; it is not usable if its records can't be written without care.</summary>
    /// <param name="prefix">What is before the body and behind the context.</param>
    /// <param name="key">What tells the event from others.</param>
    /// <param name="example">The text that the platform makes of <paramref name="values"/>.</param>
    /// <param name="values">The values of a record; those of others are of the same types.</param>
    /// <param name="names">Encodes the names.</param>
    /// <param name="shape">Whether records are JSON, and how long a line may be.</param>
    public static ForeignEvent Create(
        EventPrefix prefix,
        (EventId Id, LogLevel Level, string Template, Delegate Formatter) key,
        string example,
        ReadOnlySpan<object?> values,
        MemberNames names,
        (bool IsJson, int MaxLine) shape
    )
    {
        var parts = MessageTemplate.Parse(key.Template);
        var isUsable =
            parts is not null
            && parts.Names.Count == values.Length
            && parts.Names.Distinct(StringComparer.Ordinal).Count() == values.Length
            && !parts.Names.Any(name => names[name].IsSecret)
            && !SecretMask.MayFind(key.Template)
            && (shape.IsJson || !EscapedText.NeedsQuotes(example))
            && string.Equals(Render(parts, values), example, StringComparison.Ordinal);
        return isUsable
            ? new ForeignEvent(prefix, key, parts!, values, names, shape)
            : new ForeignEvent(prefix, key, shape.IsJson);
    }

    /// <summary>Whether an event may be made of values: all are of types that are known to need no care.</summary>
    public static bool AreKnown(ReadOnlySpan<object?> values)
    {
        foreach (var value in values)
        {
            if (ValueKinds.Of(value) == ValueKind.Other)
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Writes the body, the context and the fields, for which the caller has seen to it that there is room for a whole line.</summary>
    /// <returns>Whether that was possible; if not, some of it may be written.</returns>
    public bool TryWrite(RecordWriter writer, ReadOnlySpan<object?> values, EncodedContext context)
    {
        Unsafe.SkipInit(out Places places);
        var holes = _holes;
        var left = _mostText;
        for (var i = 0; i < holes.Length; i++)
        {
            writer.Append(holes[i].Literal);
            var place = writer.Position;
            if (!TryWriteBare(writer, holes[i].Kind, values[i]!, ref left))
            {
                return false;
            }

            places[i] = new Place(place, writer.Position - place);
        }

        writer.Append(_end);
        writer.EndBody(context);
        for (var i = 0; i < holes.Length; i++)
        {
            WriteField(writer, in holes[i], values[i]!, places[i]);
        }

        return true;
    }

    /// <summary>Writes a value as it stands in the body.</summary>
    private bool TryWriteBare(RecordWriter writer, ValueKind kind, object value, ref int left)
    {
        switch (kind)
        {
            case ValueKind.Int32 when value is int number:
                writer.AppendBare((long)number);
                return true;
            case ValueKind.Int64 when value is long number:
                writer.AppendBare(number);
                return true;
            case ValueKind.Decimal when value is decimal number:
                writer.AppendBare(number);
                return true;
            case ValueKind.Double when value is double number && double.IsFinite(number):
                writer.AppendBare(number);
                return true;
            case ValueKind.Boolean when value is bool truth:
                writer.AppendBare(truth ? bool.TrueString : bool.FalseString);
                return true;
            case ValueKind.Unsigned when value is byte or ushort or uint or ulong:
                writer.AppendBare(Convert.ToUInt64(value, CultureInfo.InvariantCulture));
                return true;
            case ValueKind.Text when value is string text:
                left -= text.Length;
                if (left < 0 || !_takesText || !IsPlain(text))
                {
                    return false;
                }

                writer.AppendBare(text);
                return true;
            default:
                return false;
        }
    }

    /// <summary>Writes a value as a field; a number as it already stands in the body.</summary>
    private static void WriteField(RecordWriter writer, in Hole hole, object value, Place place)
    {
        if (hole.Kind == ValueKind.Boolean)
        {
            writer.Write(hole.Member, (bool)value);
        }
        else if (hole.Kind == ValueKind.Text)
        {
            writer.Write(hole.Member, (string)value);
        }
        else
        {
            writer.Append(hole.Name);
            writer.Repeat(place.Start, place.Length);
        }
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

    /// <summary>Where each value stands in the body.</summary>
    [InlineArray(MostHoles)]
    private struct Places
    {
        private Place _first;
    }

    [StructLayout(LayoutKind.Auto)]
    private readonly record struct Place(int Start, int Length);

    /// <summary>A hole of the template.</summary>
    /// <param name="Kind">The type of its values.</param>
    /// <param name="Literal">What stands before it.</param>
    /// <param name="Member">The name of its field, as <see cref="RecordWriter"/> takes it.</param>
    /// <param name="Name">The same as it is written.</param>
    [StructLayout(LayoutKind.Auto)]
    private readonly record struct Hole(ValueKind Kind, Block Literal, byte[] Member, Block Name)
    {
        public Hole(ValueKind kind, Block literal, byte[] member, bool isJson)
            : this(kind, literal, member, new Block(isJson ? member : TextName(member))) { }

        public int Length => Literal.Length + Member.Length;

        /// <summary>Between a comma and a colon there is the name in quotation marks.</summary>
        private static byte[] TextName(byte[] member) => [(byte)' ', .. member[2..^2], (byte)'='];
    }
}
