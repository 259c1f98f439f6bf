using Polly;

namespace Common.Exceptions.Internal.Resilience;

/// <summary>What the strategies know about the call that they work on.</summary>
internal sealed class CallState
{
    public static readonly ResiliencePropertyKey<CallState> Key = new("Common.Call");

    private TimeProvider _clock = TimeProvider.System;
    private long _started;

    /// <summary>How long the whole call may take.</summary>
    public TimeSpan Time { get; private set; }

    /// <summary>How much of that is left; never negative.</summary>
    public TimeSpan Remaining =>
        Time - _clock.GetElapsedTime(_started) is var left && left > TimeSpan.Zero
            ? left
            : TimeSpan.Zero;

    public Repetition Repetition { get; private set; }

    public HttpRequestMessage? Request { get; private set; }

    /// <summary>The pause that was decided on together with the retry.</summary>
    public TimeSpan Pause { get; set; }

    /// <summary>Whether an attempt was made: before the first one no time has passed.</summary>
    public bool IsUnderWay { get; set; }

    /// <summary>Whether the attempt had less time than an attempt may take; its running out says nothing about the dependency.</summary>
    public bool IsAttemptCut { get; set; }

    public void Begin(
        TimeProvider clock,
        TimeSpan time,
        Repetition repetition,
        HttpRequestMessage? request
    )
    {
        _clock = clock;
        _started = clock.GetTimestamp();
        Time = time;
        Repetition = repetition;
        Request = request;
        Pause = default;
        IsUnderWay = false;
        IsAttemptCut = false;
    }

    /// <summary>Lets go of what belongs to the call.</summary>
    public void End() => Request = null;

    public static CallState Of(ResilienceContext context) =>
        context.Properties.TryGetValue(Key, out var state)
            ? state
            : throw new InvalidOperationException("The pipeline was called from outside.");
}
