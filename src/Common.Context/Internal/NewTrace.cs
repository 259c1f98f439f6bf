using System.Buffers.Binary;
using System.Diagnostics;

namespace Common.Context.Internal;

/// <summary>The trace and the span that a request gets in this service.</summary>
internal static class NewTrace
{
    /// <summary>Begins a trace, or takes that of the platform's activity if it is not the one that a stranger offered.</summary>
    public static TraceParent Begin(ActivityTraceId offered)
    {
        if (
            Activity.Current is { IdFormat: ActivityIdFormat.W3C } activity
            && activity.TraceId != offered
        )
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

    /// <summary>Goes on with an offered trace, under a span of this service.</summary>
    public static TraceParent Continue(TraceParent offered)
    {
        if (offered == default)
        {
            return Begin(default);
        }

        return offered with
        {
            SpanId =
                Activity.Current is { IdFormat: ActivityIdFormat.W3C } activity
                && activity.TraceId == offered.TraceId
                    ? activity.SpanId
                    : Span(),
        };
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
