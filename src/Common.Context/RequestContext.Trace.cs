using System.Diagnostics;
using Common.Context.Internal;

namespace Common.Context;

/// <content>The trace. Its IDs are kept as numbers, and their texts, which the platform's types hold, made when first asked for.</content>
public sealed partial record RequestContext
{
    private readonly ulong _traceHigh;
    private readonly ulong _traceLow;
    private readonly ulong _spanNumber;
    private ActivityTraceId _traceId;
    private ActivitySpanId _spanId;

    /// <summary>The trace that the request belongs to.</summary>
    /// <value>The default value, all zero, if there is none.</value>
    public ActivityTraceId TraceId
    {
        get =>
            _traceId == default && !Trace.Number.IsNone
                ? _traceId = Trace.Number.ToTraceId()
                : _traceId;
        init
        {
            (_traceHigh, _traceLow) = TraceNumber.Of(value);
            _traceId = Trace.Number.IsNone ? default : value;
        }
    }

    /// <summary>The span that the request is in this service.</summary>
    /// <value>The default value, all zero, if there is none.</value>
    public ActivitySpanId SpanId
    {
        get =>
            _spanNumber == 0 || _spanId != default
                ? _spanId
                : _spanId = SpanNumber.ToSpanId(_spanNumber);
        init
        {
            _spanNumber = SpanNumber.Of(value);
            _spanId = _spanNumber == 0 ? default : value;
        }
    }

    /// <summary>Whether the trace is recorded, and other flags of W3C Trace Context.</summary>
    /// <value>None, by default.</value>
    public ActivityTraceFlags TraceFlags { get; init; }

    /// <summary>What tracing systems say about the trace.</summary>
    /// <value>A tracestate of W3C Trace Context, or <see langword="null"/>, the default.</value>
    public string? TraceState { get; init; }

    /// <summary>The trace that a stranger offered and that was not taken.</summary>
    /// <value>The default value, all zero, if there is none.</value>
    public ActivityTraceId OfferedTraceId { get; init; }

    /// <summary>The trace, the span and the flags at once.</summary>
    internal OwnTrace Trace
    {
        get => new(_traceHigh, _traceLow, _spanNumber, TraceFlags, null);
        init
        {
            _traceHigh = value.High;
            _traceLow = value.Low;
            _spanNumber = value.Span;
            if (value.Activity is { } activity)
            {
                _traceId = activity.TraceId;
                _spanId = activity.SpanId;
            }

            TraceFlags = value.Flags;
        }
    }
}
