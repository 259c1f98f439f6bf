using Common.Time;
using Polly;

namespace Common.Exceptions.Internal.Resilience;

/// <summary>What the strategies know about the call that they work on.</summary>
internal sealed class CallState
{
    public static readonly ResiliencePropertyKey<CallState> Key = new("Common.Call");

    public Deadline Deadline { get; private set; }

    public Repetition Repetition { get; private set; }

    public HttpRequestMessage? Request { get; private set; }

    /// <summary>The pause that was decided on together with the retry.</summary>
    public TimeSpan Pause { get; set; }

    /// <summary>Whether the attempt had less time than an attempt may take; its running out says nothing about the dependency.</summary>
    public bool IsAttemptCut { get; set; }

    public void Begin(Deadline deadline, Repetition repetition, HttpRequestMessage? request)
    {
        Deadline = deadline;
        Repetition = repetition;
        Request = request;
        Pause = default;
        IsAttemptCut = false;
    }

    public static CallState Of(ResilienceContext context) =>
        context.Properties.TryGetValue(Key, out var state)
            ? state
            : throw new InvalidOperationException("The pipeline was called from outside.");
}
