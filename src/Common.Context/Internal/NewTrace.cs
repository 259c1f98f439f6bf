using System.Buffers.Binary;
using System.Diagnostics;

namespace Common.Context.Internal;

/// <summary>The trace and the span that a request gets in this service.</summary>
internal static class NewTrace
{
    /// <summary>The platform's activity, if it has an ID of W3C Trace Context.</summary>
    public static Activity? CurrentActivity =>
        Activity.Current is { IdFormat: ActivityIdFormat.W3C } activity ? activity : null;

    /// <summary>Begins a trace, or takes that of the platform's activity if it is not the one that a stranger offered.</summary>
    public static TraceParent Begin(ActivityTraceId offered, Activity? activity)
    {
        if (activity is not null && activity.TraceId != offered)
        {
            return Of(activity);
        }

        Span<byte> bytes = stackalloc byte[16];
        RandomBatch.Next(out var high, out var low);
        BinaryPrimitives.WriteUInt64BigEndian(bytes, high | 1); // never all zero
        BinaryPrimitives.WriteUInt64BigEndian(bytes[8..], low);
        return new TraceParent(
            ActivityTraceId.CreateFromBytes(bytes),
            Span(),
            TraceParent.RandomTraceId
        );
    }

    /// <summary>Goes on with an offered trace, under a span of this service; begins one if none was offered.</summary>
    public static TraceParent Continue(OfferedTrace offered, Activity? activity)
    {
        if (offered.IsNone)
        {
            return Begin(default, activity);
        }

        var span =
            activity is not null && activity.TraceId == offered.TraceId ? activity.SpanId : Span();
        return new TraceParent(offered.TraceId, span, offered.Flags);
    }

    /// <summary>Makes a span.</summary>
    public static ActivitySpanId Span()
    {
        Span<byte> bytes = stackalloc byte[8];
        RandomBatch.Next(out var value, out _);
        BinaryPrimitives.WriteUInt64BigEndian(bytes, value | 1); // never all zero
        return ActivitySpanId.CreateFromBytes(bytes);
    }

    private static TraceParent Of(Activity activity) =>
        new(activity.TraceId, activity.SpanId, activity.ActivityTraceFlags);
}
