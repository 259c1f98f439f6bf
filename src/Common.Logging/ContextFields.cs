using System.Collections;
using Common.Context;

namespace Common.Logging;

/// <summary>The context of a request as named values, for logging providers beside ours.</summary>
/// <remarks>
/// The names are those of our JSON records: <c>request_id</c>, <c>global_request_id</c>, <c>trace_id</c>, <c>span_id</c>, <c>user</c>
/// and <c>tenant</c>; what the request does not have is left out. A provider that takes the platform's scopes, such as
/// OpenTelemetry's, is given them as the outermost scope; for another one, such as Serilog's or NLog's, an enricher of its own
/// reads <see cref="Current"/>. Immutable and thread-safe.
/// </remarks>
public sealed class ContextFields : IReadOnlyList<KeyValuePair<string, object?>>
{
    private static readonly ContextFields None = new();

    private readonly List<KeyValuePair<string, object?>> _fields = [];

    private ContextFields() { }

    private ContextFields(RequestContext context)
    {
        Add("request_id", context.RequestId.ToString());
        Add("global_request_id", context.GlobalRequestId.ToString());
        Add("trace_id", context.TraceId == default ? null : context.TraceId.ToHexString());
        Add("span_id", context.SpanId == default ? null : context.SpanId.ToHexString());
        Add("user", context.User);
        Add("tenant", context.Tenant.IsNone ? null : context.Tenant.ToString());
    }

    /// <summary>The context of the request that the current flow of execution works for.</summary>
    /// <value>Empty outside of a request.</value>
    public static ContextFields Current =>
        RequestContext.Current is { } context
            ? context.GetOrAddView(static made => new ContextFields(made))
            : None;

    /// <inheritdoc/>
    public int Count => _fields.Count;

    /// <inheritdoc/>
    public KeyValuePair<string, object?> this[int index] => _fields[index];

    /// <inheritdoc/>
    public IEnumerator<KeyValuePair<string, object?>> GetEnumerator() => _fields.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>Gives the form for providers that write scopes as text.</summary>
    /// <returns>Such as <c>request_id=req-… user=alice</c>.</returns>
    public override string ToString() =>
        string.Join(' ', _fields.Select(field => $"{field.Key}={field.Value}"));

    private void Add(string name, string? value)
    {
        if (value is not null)
        {
            _fields.Add(new KeyValuePair<string, object?>(name, value));
        }
    }
}
