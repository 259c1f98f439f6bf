using System.CommandLine;
using Common.Context;
using Common.Logging;
using Common.Time;
using Common.Tool.Shell;
using NodaTime;

namespace Common.Tool.Logs;

/// <summary>Which records a command looks at.</summary>
internal sealed class LogFilter
{
    private static readonly Dictionary<string, int> Levels = new(StringComparer.OrdinalIgnoreCase)
    {
        ["trace"] = 1,
        ["debug"] = 5,
        ["info"] = 9,
        ["warn"] = 13,
        ["error"] = 17,
        ["fatal"] = 21,
    };

    private readonly Option<string?> _level = new("--level")
    {
        Description = "Records of this level and above: trace, debug, info, warn, error, fatal.",
    };

    private readonly Option<string[]> _service = new("--service")
    {
        Description = "Records of these services.",
    };

    private readonly Option<string[]> _event = new("--event")
    {
        Description = "Records of these events; 'order.*' is every event that begins so.",
    };

    private readonly Option<string[]> _field = new("--field")
    {
        Description = "Records with this field, such as order_id=42.",
    };

    private readonly Option<string?> _since = new("--since")
    {
        Description = "Records from this time on (RFC 3339).",
    };

    private readonly Option<string?> _until = new("--until")
    {
        Description = "Records before this time (RFC 3339).",
    };

    private readonly Option<string?> _request = new("--request")
    {
        Description = "Records of this request, by its local or global ID.",
    };

    /// <summary>The options of the filter.</summary>
    public IEnumerable<Option> Options =>
        [_level, _service, _event, _field, _since, _until, _request];

    /// <summary>What the command line asks for, as a test of one record.</summary>
    /// <exception cref="ToolException">A value cannot be read.</exception>
    public Func<LogRecord, bool> Read(ParseResult parse)
    {
        List<Func<LogRecord, bool>> tests = [];
        if (parse.GetValue(_level) is { } level)
        {
            var least = LevelNumber(level);
            tests.Add(r => r.SeverityNumber >= least);
        }

        AddAny(tests, parse.GetValue(_service), (r, service) => r.Service == service);
        AddAny(tests, parse.GetValue(_event), (r, name) => IsEvent(r.EventName, name));
        foreach (var field in parse.GetValue(_field) ?? [])
        {
            var (name, value) = Split(field);
            tests.Add(r =>
                r.Attributes.TryGetValue(name, out var found) && FieldText.Of(found) == value
            );
        }

        if (Time(parse, _since) is { } since)
        {
            tests.Add(r => r.Timestamp >= since);
        }

        if (Time(parse, _until) is { } until)
        {
            tests.Add(r => r.Timestamp < until);
        }

        if (parse.GetValue(_request) is { } request)
        {
            var id = ReadRequestId(request);
            tests.Add(r => r.RequestId == id || r.GlobalRequestId == id);
        }

        return record => tests.TrueForAll(test => test(record));
    }

    /// <summary>Reads a request ID that the user has typed, in any of the forms that services read.</summary>
    /// <exception cref="ToolException">It is none.</exception>
    public static RequestId ReadRequestId(string text) =>
        RequestId.TryParse(text, out var id)
            ? id
            : throw new ToolException(
                ExitCode.Usage,
                $"'{SafeText.Of(text)}' is not a request ID; it must be 'req-' and a UUID, a UUID, or 32 hexadecimal digits."
            );

    private static int LevelNumber(string level) =>
        Levels.TryGetValue(level, out var number)
            ? number
            : throw new ToolException(
                ExitCode.Usage,
                $"--level is '{SafeText.Of(level)}'; it must be one of {string.Join(", ", Levels.Keys)}."
            );

    private static Instant? Time(ParseResult parse, Option<string?> option)
    {
        if (parse.GetValue(option) is not { } text)
        {
            return null;
        }

        return Rfc3339.TryParse(text, out var time)
            ? time
            : throw new ToolException(
                ExitCode.Usage,
                $"{option.Name} is '{SafeText.Of(text)}'; it must be a time such as 2026-11-21T10:11:12Z."
            );
    }

    private static (string Name, string Value) Split(string field)
    {
        var at = field.IndexOf('=', StringComparison.Ordinal);
        return at > 0
            ? (field[..at], field[(at + 1)..])
            : throw new ToolException(
                ExitCode.Usage,
                $"--field is '{SafeText.Of(field)}'; it must be a name, '=' and a value, such as order_id=42."
            );
    }

    private static void AddAny(
        List<Func<LogRecord, bool>> tests,
        string[]? values,
        Func<LogRecord, string, bool> test
    )
    {
        if (values is { Length: > 0 })
        {
            tests.Add(record => values.Any(value => test(record, value)));
        }
    }

    private static bool IsEvent(string? name, string wanted) =>
        wanted.EndsWith('*')
            ? name?.StartsWith(wanted[..^1], StringComparison.Ordinal) == true
            : name == wanted;
}
