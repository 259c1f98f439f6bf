using System.ComponentModel.DataAnnotations;
using Common.Abstractions;
using NodaTime;

namespace Common.Exceptions;

/// <summary>How calls of dependencies are limited in time, tried again and broken off.</summary>
/// <remarks>A change takes effect with the next call; retry budgets and circuit breakers begin anew.</remarks>
[ConfigSection("Common:Resilience")]
[Reloadable]
public sealed partial class ResilienceOptions
{
    /// <summary>How long a call may take in all, with its retries; the request's own deadline cuts it shorter.</summary>
    /// <value>From 10 milliseconds to 1 hour, both included. The default is 30 seconds.</value>
    [Limits("10ms", "1h")]
    public Duration TotalTimeout { get; init; } = Duration.FromSeconds(30);

    /// <summary>How long one attempt may take; what remains of the whole call cuts it shorter.</summary>
    /// <value>From 10 milliseconds to 1 hour, both included. The default is 10 seconds.</value>
    [Limits("10ms", "1h")]
    public Duration AttemptTimeout { get; init; } = Duration.FromSeconds(10);

    /// <summary>How many attempts may follow the first.</summary>
    /// <value>From 0 to 10, both included. The default is 3.</value>
    [Range(0, 10)]
    public int MaxRetries { get; init; } = 3;

    /// <summary>The pause before the first retry; it doubles with each one. Chance takes away up to half of every pause.</summary>
    /// <value>From 1 millisecond to 1 minute, both included. The default is 200 milliseconds.</value>
    [Limits("1ms", "1m")]
    public Duration FirstPause { get; init; } = Duration.FromMilliseconds(200);

    /// <summary>The longest pause between attempts that nobody asked for by Retry-After.</summary>
    /// <value>From 1 millisecond to 10 minutes, both included. The default is 5 seconds.</value>
    [Limits("1ms", "10m")]
    public Duration LongestPause { get; init; } = Duration.FromSeconds(5);

    /// <summary>How much load retries may add, as a part of the calls.</summary>
    /// <value>From 0 to 1, both included. The default is 0.1: one retry for ten calls.</value>
    [Range(0.0, 1.0)]
    public double RetryBudget { get; init; } = 0.1;

    /// <summary>How many retries are allowed beyond the budget at once, so that a service with few calls can retry at all. One comes back every 10 seconds.</summary>
    /// <value>From 0 to 1,000, both included. The default is 10.</value>
    [Range(0, 1000)]
    public int RetryReserve { get; init; } = 10;

    /// <summary>The part of the calls within the window that must fail before the circuit opens.</summary>
    /// <value>From 0.01 to 1, both included. The default is 0.5.</value>
    [Range(0.01, 1.0)]
    public double BreakerRatio { get; init; } = 0.5;

    /// <summary>The number of calls within the window below which the circuit stays closed whatever fails.</summary>
    /// <value>From 2 to 100,000, both included. The default is 20.</value>
    [Range(2, 100_000)]
    public int BreakerCalls { get; init; } = 20;

    /// <summary>How far back the circuit breaker looks.</summary>
    /// <value>From 500 milliseconds to 1 hour, both included. The default is 30 seconds.</value>
    [Limits("500ms", "1h")]
    public Duration BreakerWindow { get; init; } = Duration.FromSeconds(30);

    /// <summary>How long an open circuit refuses calls before it lets one through.</summary>
    /// <value>From 500 milliseconds to 1 hour, both included. The default is 5 seconds.</value>
    [Limits("500ms", "1h")]
    public Duration BreakerPause { get; init; } = Duration.FromSeconds(5);
}
