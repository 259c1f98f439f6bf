using NodaTime;
using Polly;

namespace Common.Exceptions.Internal.Resilience;

/// <summary>What one picture of the options was built into.</summary>
internal sealed record BuiltPipeline(
    ResiliencePipeline Pipeline,
    RetryBudget Budget,
    Duration TotalTimeout
)
{
    /// <summary>The same as the platform has it, made once.</summary>
    public TimeSpan TotalTime { get; } = TotalTimeout.ToTimeSpan();
}
