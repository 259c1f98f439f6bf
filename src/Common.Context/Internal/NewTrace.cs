using System.Diagnostics;

namespace Common.Context.Internal;

/// <summary>The trace and the span that a request gets in this service.</summary>
internal static class NewTrace
{
    /// <summary>The platform's activity, if it has an ID of W3C Trace Context.</summary>
    public static Activity? CurrentActivity =>
        Activity.Current is { IdFormat: ActivityIdFormat.W3C } activity ? activity : null;

    /// <summary>Begins a trace, or takes that of the platform's activity if it is not the one that a stranger offered.</summary>
    public static OwnTrace Begin(TraceNumber offered, Activity? activity)
    {
        if (
            activity is not null
            && TraceNumber.Of(activity.TraceId) is var number
            && number != offered
        )
        {
            return Of(activity, number, activity.ActivityTraceFlags);
        }

        RandomBatch.Next(out var high, out var low);
        return new OwnTrace(
            high,
            low | 1, // never all zero
            Span(),
            TraceParent.RandomTraceId,
            null
        );
    }

    /// <summary>Goes on with an offered trace, under a span of this service; begins one if none was offered.</summary>
    /// <param name="offered">The trace that is offered.</param>
    /// <param name="activity">The platform's activity, whose span is taken if it is in the trace.</param>
    /// <param name="span">Else the ID of the span.</param>
    public static OwnTrace Continue(OfferedTrace offered, Activity? activity, ulong span)
    {
        if (offered.IsNone)
        {
            return Begin(default, activity);
        }

        return activity is not null && TraceNumber.Of(activity.TraceId) == offered.Number
            ? Of(activity, offered.Number, offered.Flags)
            : new OwnTrace(offered.High, offered.Low, span, offered.Flags, null);
    }

    /// <summary>Makes the ID of a span.</summary>
    public static ulong Span() => SpanOf(RandomBatch.Next());

    /// <summary>Makes the ID of a span of a random number.</summary>
    public static ulong SpanOf(ulong random) => random | 1; // never all zero

    private static OwnTrace Of(Activity activity, TraceNumber number, ActivityTraceFlags flags) =>
        new(number.High, number.Low, SpanNumber.Of(activity.SpanId), flags, activity);
}
