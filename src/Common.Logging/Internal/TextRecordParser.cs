using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using Common.Context;
using Common.Time;

namespace Common.Logging.Internal;

/// <summary>Reads a record of the text format.</summary>
internal static class TextRecordParser
{
    private const string CutMark = "truncated";

    public static bool TryParse(string line, [NotNullWhen(true)] out LogRecord? record)
    {
        record = null;
        var scanner = new TextScanner(line);
        if (
            !TryReadHead(ref scanner, out var head)
            || !scanner.TryTake(' ')
            || !scanner.TryReadEventName(out var name)
            || !scanner.TryTake(": ")
        )
        {
            return false;
        }

        if (!TryReadBody(ref scanner, out var body, out var attributes, out var isCut))
        {
            return false;
        }

        record = head with
        {
            EventName = name,
            Body = body,
            Attributes = attributes,
            IsTruncated = isCut,
        };
        return true;
    }

    /// <summary>Reads a line that goes on with a record.</summary>
    public static bool TryParseContinuation(
        string line,
        [NotNullWhen(true)] out TextContinuation? continuation
    )
    {
        continuation = null;
        var scanner = new TextScanner(RecordLine.WithoutPriority(line));
        if (!TryReadHead(ref scanner, out var head) || !scanner.TryTake(" | "))
        {
            return false;
        }

        continuation = new TextContinuation(
            head,
            Unescape(scanner.Rest) ?? scanner.Rest.ToString()
        );
        return true;
    }

    private static bool TryReadHead(
        ref TextScanner scanner,
        [NotNullWhen(true)] out LogRecord? head
    )
    {
        head = null;
        if (
            !scanner.TryReadWord(out var time)
            || !Rfc3339.TryParse(time, out var timestamp)
            || !scanner.TryTake(' ')
            || !scanner.TryReadWord(out var severity)
            || !RecordLine.TryGetNumber(severity, out var number)
            || !scanner.TrySkipSpaces()
            || !scanner.TryReadToken(out var service)
            || !scanner.TryTake('[')
            || !scanner.TryReadToken(out var instance)
            || !scanner.TryTake("] [")
            || !TryReadContext(ref scanner, out var ids, out var user, out var tenant)
            || !scanner.TryTake(' ')
            || !scanner.TryReadToken(out var logger)
        )
        {
            return false;
        }

        head = new LogRecord
        {
            Timestamp = timestamp,
            SeverityText = severity.ToString(),
            SeverityNumber = number,
            Service = service ?? "-",
            Instance = instance ?? "-",
            Logger = logger ?? "-",
            Body = string.Empty,
            Attributes = new Dictionary<string, object?>(StringComparer.Ordinal),
            RequestId = ids.Local,
            GlobalRequestId = ids.Global,
            User = user,
            Tenant = tenant,
        };
        return true;
    }

    private static bool TryReadContext(
        ref TextScanner scanner,
        out (RequestId Local, RequestId Global) ids,
        out string? user,
        out string? tenant
    )
    {
        ids = default;
        user = null;
        tenant = null;
        if (scanner.TryTake("-]"))
        {
            return true;
        }

        return scanner.TryReadWord(out var local)
            && RequestId.TryParse(local, out ids.Local)
            && scanner.TryTake(' ')
            && scanner.TryReadWord(out var global)
            && RequestId.TryParse(global, out ids.Global)
            && scanner.TryTake(' ')
            && scanner.TryReadToken(out user)
            && scanner.TryTake(' ')
            && scanner.TryReadToken(out tenant)
            && scanner.TryTake(']');
    }

    /// <summary>Reads a body, quoted or not, and the fields behind it.</summary>
    private static bool TryReadBody(
        ref TextScanner scanner,
        [NotNullWhen(true)] out string? body,
        out Dictionary<string, object?> attributes,
        out bool isCut
    )
    {
        if (scanner.Rest is ['"', ..])
        {
            attributes = [];
            isCut = false;
            return scanner.TryReadQuoted(out body)
                && TryReadAttributes(ref scanner, out attributes, out isCut);
        }

        for (var at = scanner.NextField(0); at >= 0; at = scanner.NextField(at + 1))
        {
            var fields = scanner;
            body = fields.Take(at).ToString();
            if (TryReadAttributes(ref fields, out attributes, out isCut))
            {
                scanner = fields;
                return true;
            }
        }

        attributes = new Dictionary<string, object?>(StringComparer.Ordinal);
        isCut = false;
        body = scanner.Rest.ToString();
        return !body.Contains('=', StringComparison.Ordinal);
    }

    private static bool TryReadAttributes(
        ref TextScanner scanner,
        out Dictionary<string, object?> attributes,
        out bool isCut
    )
    {
        attributes = new Dictionary<string, object?>(StringComparer.Ordinal);
        isCut = false;
        while (!scanner.IsAtEnd)
        {
            var isQuoted = scanner.Rest is [' ', '"', ..];
            if (
                !scanner.TryTake(' ')
                || !scanner.TryReadName(out var name)
                || !scanner.TryTake('=')
                || !scanner.TryReadValue(out var value)
                || isCut
            )
            {
                return false;
            }

            if (!isQuoted && name == CutMark && value is true && scanner.IsAtEnd)
            {
                isCut = true;
            }
            else if (!attributes.TryAdd(name, value))
            {
                return false;
            }
        }

        return true;
    }

    private static string? Unescape(ReadOnlySpan<char> text)
    {
        try
        {
            using var document = JsonDocument.Parse($"\"{text}\"");
            return document.RootElement.GetString();
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
