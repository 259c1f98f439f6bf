using System;
using System.Collections.Generic;
using System.Linq;
using Common.Context;
using Microsoft.Extensions.Logging;

namespace Common.Incubator.Web.Tests;

internal sealed record LogEntry(
    string Category,
    LogLevel Level,
    string EventName,
    IReadOnlyList<KeyValuePair<string, object?>> Fields,
    Exception? Exception,
    string Message,
    RequestContext? Context
)
{
    /// <summary>Whether the record ends a request.</summary>
    public bool IsEnd =>
        EventName is "http.completed" or "http.rejected" or "http.failed" or "http.unreadable";

    public object? Field(string name) => Fields.FirstOrDefault(f => f.Key == name).Value;
}
