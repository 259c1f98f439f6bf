using System.Collections.Immutable;
using Common.Abstractions;

namespace Common.Context;

/// <summary>The names of the headers that carry a context over the wire.</summary>
/// <remarks>They are compared without regard to case. Messages and job records use the same names.</remarks>
public static class ContextHeaders
{
    /// <summary>The local ID that the sender gave the request.</summary>
    [WireHeader(
        "The ID that the sending service gave the request, or in a response the answering one."
    )]
    public const string RequestId = "X-Request-ID";

    /// <summary>The global ID, unchanged from edge to edge.</summary>
    [WireHeader("The ID of the request from edge to edge.")]
    public const string GlobalRequestId = "X-Global-Request-ID";

    /// <summary>The user on whose behalf the request is made.</summary>
    [WireHeader("The user on whose behalf the request is made, percent-encoded.")]
    public const string User = "X-User";

    /// <summary>The domain that the user belongs to.</summary>
    [WireHeader("The domain that the user belongs to, percent-encoded.")]
    public const string Domain = "X-User-Domain";

    /// <summary>The path of the tenant.</summary>
    [WireHeader("The tenant as a path, such as /acme/eu.")]
    public const string Tenant = "X-Tenant";

    /// <summary>The roles of the user.</summary>
    [WireHeader("The roles of the user, percent-encoded, with commas between them.")]
    public const string Roles = "X-Roles";

    /// <summary>The service on whose behalf the request is made.</summary>
    [WireHeader("The service on whose behalf the request is made, percent-encoded.")]
    public const string OnBehalfOf = "X-On-Behalf-Of";

    /// <summary>Whether the request may only read.</summary>
    [WireHeader("1 if the request may only read.")]
    public const string ReadOnly = "X-Read-Only";

    /// <summary>How much time the request has left.</summary>
    [WireHeader("How many milliseconds the request has left when it is sent.")]
    public const string Deadline = "X-Deadline";

    /// <summary>Whether the request asks for details in the log.</summary>
    [WireHeader("1 if the request asks for details in the log.")]
    public const string Verbose = "X-Verbose";

    /// <summary>The trace and the span of the sender, of W3C Trace Context.</summary>
    [WireHeader("The trace and the span of the sender, of W3C Trace Context.")]
    public const string TraceParent = "traceparent";

    /// <summary>What tracing systems say about the trace, of W3C Trace Context.</summary>
    [WireHeader("What tracing systems say about the trace, of W3C Trace Context.")]
    public const string TraceState = "tracestate";

    /// <summary>Values that travel with the trace, of W3C Baggage.</summary>
    [WireHeader("Values that travel with the trace, of W3C Baggage.")]
    public const string Baggage = "baggage";

    /// <summary>All of these.</summary>
    internal static ImmutableArray<string> All { get; } =
    [
        RequestId,
        GlobalRequestId,
        User,
        Domain,
        Tenant,
        Roles,
        OnBehalfOf,
        ReadOnly,
        Deadline,
        Verbose,
        TraceParent,
        TraceState,
        Baggage,
    ];
}
