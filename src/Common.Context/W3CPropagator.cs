using System.Diagnostics;
using Common.Context.Internal;
using Microsoft.Extensions.Primitives;

namespace Common.Context;

/// <summary>W3C Trace Context, level 2, and W3C Baggage for the platform's activities, to the letter.</summary>
/// <remarks>
/// The platform's own propagator passes 36 of the 41 tests of the W3C's harness. There are two immutable objects, which hosts may
/// share: <see cref="Whole"/>, and <see cref="TraceParentOnly"/> for clients that call third parties. Thread-safe.
/// </remarks>
public sealed class W3CPropagator : DistributedContextPropagator
{
    private readonly Egress _egress;

    private W3CPropagator(Egress egress) => _egress = egress;

    /// <summary>Reads everything and writes everything.</summary>
    public static W3CPropagator Whole { get; } = new(Egress.Whole);

    /// <summary>Reads everything and writes the <c>traceparent</c> only.</summary>
    public static W3CPropagator TraceParentOnly { get; } = new(Egress.Trace);

    /// <inheritdoc/>
    public override IReadOnlyCollection<string> Fields { get; } =
    [ContextHeaders.TraceParent, ContextHeaders.TraceState, ContextHeaders.Baggage];

    /// <inheritdoc/>
    public override void Inject(
        Activity? activity,
        object? carrier,
        PropagatorSetterCallback? setter
    )
    {
        if (activity is not { IdFormat: ActivityIdFormat.W3C } || setter is null)
        {
            return;
        }

        var parent = ActivityText.TraceParentOf(activity);
        if (carrier is HttpRequestMessage request)
        {
            ReplaceOwn(request, parent);
        }

        setter(carrier, ContextHeaders.TraceParent, parent);
        if (_egress != Egress.Whole)
        {
            return;
        }

        if (
            activity.TraceStateString is { Length: > 0 } state
            && TraceStateText.TryRead(new StringValues(state), out var valid)
            && valid is not null
        )
        {
            setter(carrier, ContextHeaders.TraceState, valid);
        }

        if (ActivityText.BaggageOf(activity) is { } baggage)
        {
            setter(carrier, ContextHeaders.Baggage, baggage);
        }
    }

    /// <inheritdoc/>
    public override void ExtractTraceIdAndState(
        object? carrier,
        PropagatorGetterCallback? getter,
        out string? traceId,
        out string? traceState
    )
    {
        traceId = null;
        traceState = null;
        if (getter is null)
        {
            return;
        }

        var lines = Get(carrier, getter, ContextHeaders.TraceParent);
        if (lines.Count != 1 || !TraceText.TryNormalize(lines[0], out traceId))
        {
            return;
        }

        lines = Get(carrier, getter, ContextHeaders.TraceState);
        if (lines.Count != 0)
        {
            TraceStateText.TryRead(lines, out traceState);
        }
    }

    /// <inheritdoc/>
    public override IEnumerable<KeyValuePair<string, string?>>? ExtractBaggage(
        object? carrier,
        PropagatorGetterCallback? getter
    )
    {
        if (getter is null)
        {
            return null;
        }

        var lines = Get(carrier, getter, ContextHeaders.Baggage);
        return
            lines.Count != 0
            && BaggageText.TryJoin(lines, out var list)
            && Baggage.TryParse(list, out var baggage)
            ? baggage.Entries.Select(e => KeyValuePair.Create(e.Key, (string?)e.Value))
            : null;
    }

    /// <summary>
    /// The carrier wrote the span of the caller, since it ran before the platform began a span for this call. That span is nearer.
    /// </summary>
    private static void ReplaceOwn(HttpRequestMessage request, string parent)
    {
        if (
            request.Headers.NonValidated.TryGetValues(ContextHeaders.TraceParent, out var written)
            && written.ToString().AsSpan() is { Length: TraceParent.TextLength } text
            && text[..35].SequenceEqual(parent.AsSpan(0, 35))
        )
        {
            request.Headers.Remove(ContextHeaders.TraceParent);
        }
    }

    private static StringValues Get(object? carrier, PropagatorGetterCallback getter, string name)
    {
        getter(carrier, name, out var value, out var values);
        return value is not null ? new StringValues(value)
            : values is null ? default
            : new StringValues([.. values]);
    }
}
