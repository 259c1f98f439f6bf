using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;

namespace Common.Incubator.Web.Tests;

/// <summary>An answer as it came over the wire.</summary>
internal sealed record RawAnswer(
    int Status,
    IReadOnlyDictionary<string, string> Headers,
    string Body
)
{
    public static RawAnswer Parse(string text)
    {
        var end = text.IndexOf("\r\n\r\n", StringComparison.Ordinal);
        if (end < 0)
        {
            return new RawAnswer(0, new Dictionary<string, string>(), text);
        }

        var lines = text[..end].Split("\r\n");
        return new RawAnswer(
            int.Parse(lines[0].Split(' ')[1], CultureInfo.InvariantCulture),
            lines
                .Skip(1)
                .Select(l => l.Split(": ", 2))
                .ToDictionary(p => p[0], p => p[1], StringComparer.OrdinalIgnoreCase),
            text[(end + 4)..]
        );
    }
}
