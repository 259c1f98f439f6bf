using Common.Context.Internal;
using Common.Time;

namespace Common.Context;

public sealed partial class ContextCarrier
{
    private const string On = "1";

    /// <summary>Writes a context to the headers of a request.</summary>
    /// <typeparam name="THeaders">How the headers are written; a struct, so that nothing is allocated.</typeparam>
    /// <param name="context">The context.</param>
    /// <param name="headers">The headers.</param>
    /// <param name="host">The name or address of the host that the request goes to, without a port; it decides how much is written.</param>
    public void Send<THeaders>(RequestContext context, THeaders headers, string host)
        where THeaders : IHeaderWriter => Write(context, headers, EgressTo(host));

    /// <summary>Writes a context to the headers of a message or a job record.</summary>
    /// <typeparam name="THeaders">How the headers are written; a struct, so that nothing is allocated.</typeparam>
    /// <param name="context">The context.</param>
    /// <param name="headers">The headers.</param>
    /// <param name="egress">How much is written.</param>
    public static void Write<THeaders>(RequestContext context, THeaders headers, Egress egress)
        where THeaders : IHeaderWriter
    {
        ArgumentNullException.ThrowIfNull(context);
        if (egress == Egress.Nothing)
        {
            return;
        }

        UnifyNames(headers);
        WriteTraceParent(context, headers);
        if (egress != Egress.Whole)
        {
            return;
        }

        var form = WireForm.Of(context);
        headers.Set(ContextHeaders.RequestId, form.RequestId);
        headers.Set(ContextHeaders.GlobalRequestId, form.GlobalRequestId);
        WriteIf(headers, ContextHeaders.TraceState, context.TraceState);
        WriteIf(headers, ContextHeaders.Baggage, form.Baggage);
        WriteIf(headers, ContextHeaders.User, form.User);
        WriteIf(headers, ContextHeaders.Domain, form.Domain);
        WriteIf(headers, ContextHeaders.Tenant, form.Tenant);
        WriteIf(headers, ContextHeaders.Roles, form.Roles);
        WriteIf(headers, ContextHeaders.OnBehalfOf, form.OnBehalfOf);
        WriteIf(headers, ContextHeaders.ReadOnly, context.IsReadOnly ? On : null);
        WriteIf(headers, ContextHeaders.Verbose, context.IsVerbose ? On : null);
        Span<char> deadline = stackalloc char[Deadline.MaxLength];
        if (context.Deadline.TryFormat(deadline, out var length))
        {
            headers.Set(ContextHeaders.Deadline, deadline[..length]);
        }
    }

    private static void UnifyNames<THeaders>(THeaders headers)
        where THeaders : IHeaderWriter
    {
        // Decided when the method is compiled for the type; nothing is boxed.
        if (typeof(THeaders) == typeof(DictionaryHeaders))
        {
            ((DictionaryHeaders)(object)headers).UnifyNames();
        }
        else if (typeof(THeaders) == typeof(MessageHeaders))
        {
            ((MessageHeaders)(object)headers).UnifyNames();
        }
    }

    private static void WriteTraceParent<THeaders>(RequestContext context, THeaders headers)
        where THeaders : IHeaderWriter
    {
        var trace = context.Trace;
        if (trace.Number.IsNone)
        {
            return;
        }

        Span<char> text = stackalloc char[TraceParent.TextLength];
        TraceText.Write(text, trace.Number, SpanFor(trace), trace.Flags);
        headers.Set(ContextHeaders.TraceParent, text);
    }

    /// <summary>The span of the platform's activity if it is in the trace, else a fresh one.</summary>
    private static ulong SpanFor(OwnTrace trace) =>
        NewTrace.CurrentActivity is { } activity && TraceNumber.Of(activity.TraceId) == trace.Number
            ? SpanNumber.Of(activity.SpanId)
            : NewTrace.Span();

    private static void WriteIf<THeaders>(THeaders headers, string name, string? value)
        where THeaders : IHeaderWriter
    {
        if (value is not null)
        {
            headers.Set(name, value);
        }
    }
}
