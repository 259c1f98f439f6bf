using System.Globalization;
using System.Text;

namespace Common.Logging.Internal;

/// <summary>What all records of one event in one category have in common, encoded.</summary>
internal sealed class EventPrefix
{
    private static readonly UTF8Encoding Utf8 = new(
        encoderShouldEmitUTF8Identifier: false,
        throwOnInvalidBytes: false
    );

    /// <summary>The most that stands before it: a priority, the name of the time, the time.</summary>
    private const int HeadLength = 64;

    private readonly string _category;

    public EventPrefix(
        RecordShape shape,
        Severity severity,
        string category,
        int id,
        string? name,
        string? body
    )
        : this(shape.Resource, shape, severity, category, id, name, body) { }

    private EventPrefix(
        string resource,
        RecordShape shape,
        Severity severity,
        string category,
        int id,
        string? name,
        string? body
    )
    {
        _category = category;
        Id = id;
        Name = name;
        Body = body;
        Severity = severity;
        if (shape.IsJson)
        {
            var json = new StringBuilder();
            json.Append("Z\",\"severity_text\":\"").Append(severity.Text);
            json.Append("\",\"severity_number\":").Append(Number(severity.Number));
            json.Append(",\"schema\":1,").Append(resource);
            json.Append(",\"logger\":").Append(EscapedText.Quoted(category));
            if (name is not null)
            {
                json.Append(",\"event_name\":").Append(EscapedText.Quoted(name));
            }

            if (id != 0)
            {
                json.Append(",\"event_id\":").Append(Number(id));
            }

            json.Append(",\"body\":");
            if (body is not null)
            {
                json.Append(EscapedText.Quoted(body));
            }

            BeforeContext = Encoded(json.ToString());
            Length = HeadLength + BeforeContext.Length;
            return;
        }

        var level = severity.Text.PadRight(5);
        BeforeContext = Encoded($"Z {shape.Color(severity, level)} {resource} ");
        AfterContext = Encoded(
            $" {EscapedText.Value(category)} {EscapedText.Value(name)}: {(body is null ? string.Empty : EscapedText.Body(body))}"
        );
        Continuation = Encoded($" {EscapedText.Value(category)} | ");
        Length =
            HeadLength + BeforeContext.Length + Math.Max(AfterContext.Length, Continuation.Length);
    }

    public int Id { get; }

    public string? Name { get; }

    public string? Body { get; }

    public Severity Severity { get; }

    /// <summary>The priority of journald, as a digit.</summary>
    public byte Priority => Severity.Priority;

    public bool IsAudit { get; init; }

    /// <summary>Whether each thing that the event tells of is told once.</summary>
    public bool IsOnce
    {
        get;
        init
        {
            field = value;
            NeedsCare |= value;
        }
    }

    /// <summary>Whether a record may be held back.</summary>
    public bool NeedsCare { get; private set; }

    /// <summary>In JSON all from behind the time's digits to the body; in text the level and the service.</summary>
    public Block BeforeContext { get; }

    /// <summary>In text the category, the event's name and the body.</summary>
    public Block AfterContext { get; } = new(default);

    /// <summary>In text what stands between the context and a continuation.</summary>
    public Block Continuation { get; } = new(default);

    /// <summary>How many bytes of a line the longer of its forms takes.</summary>
    public int Length { get; }

    /// <summary>The limit of the rate of this event's records.</summary>
    public RateLimit? Rate
    {
        get;
        init
        {
            field = value;
            NeedsCare |= value is not null;
        }
    }

    /// <summary>The same with its texts cut to so many bytes each, for a line that could not hold them.</summary>
    public EventPrefix Cut(RecordShape shape, int mostBytes) =>
        new(
            shape.ResourceCut(mostBytes),
            shape,
            Severity,
            EscapedText.Cut(_category, mostBytes)!,
            Id,
            EscapedText.Cut(Name, mostBytes),
            EscapedText.Cut(Body, mostBytes)
        )
        {
            IsAudit = IsAudit,
        };

    private static Block Encoded(string text) => new(Utf8.GetBytes(text));

    private static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);
}
