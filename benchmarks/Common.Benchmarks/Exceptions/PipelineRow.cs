using System.Diagnostics.CodeAnalysis;
using Common.Benchmarks.Runner;
using Common.Exceptions;
using Microsoft.Extensions.DependencyInjection;
using Polly;
using Polly.CircuitBreaker;
using Polly.Retry;
using Polly.Timeout;

namespace Common.Benchmarks.Exceptions;

/// <summary>A call through deadline, retry, circuit breaker and attempt limit, when nothing fails.</summary>
internal sealed class PipelineRow : IRow, IDisposable
{
    private readonly ServiceProvider _services = new ServiceCollection()
        .AddCommonResilience("stock")
        .BuildServiceProvider();

    public string Area => "Exceptions";

    public string Title =>
        "a call of a dependency that succeeds: deadline, retry, breaker, attempt limit";

    public IReadOnlyList<Contender> Prepare()
    {
        var byHand = new ResiliencePipelineBuilder()
            .AddTimeout(new TimeoutStrategyOptions { Timeout = TimeSpan.FromSeconds(30) })
            .AddRetry(
                new RetryStrategyOptions
                {
                    MaxRetryAttempts = 3,
                    BackoffType = DelayBackoffType.Exponential,
                    UseJitter = true,
                    ShouldHandle = static arguments => new(arguments.Outcome.Exception is not null),
                }
            )
            .AddCircuitBreaker(
                new CircuitBreakerStrategyOptions
                {
                    FailureRatio = 0.5,
                    MinimumThroughput = 20,
                    SamplingDuration = TimeSpan.FromSeconds(30),
                    ShouldHandle = static arguments => new(arguments.Outcome.Exception is not null),
                }
            )
            .AddTimeout(new TimeoutStrategyOptions { Timeout = TimeSpan.FromSeconds(10) })
            .Build();
        var ours = _services.GetRequiredKeyedService<CallPipeline>("stock");
        return
        [
            Contender.Baseline(
                "Polly by hand",
                count =>
                {
                    for (var i = 0; i < count; i++)
                    {
                        var call = byHand.ExecuteAsync(
                            static (state, _) => ValueTask.FromResult(state),
                            i
                        );
                        Sink.Keep(Result(call));
                    }
                }
            ),
            new(
                "CallPipeline",
                count =>
                {
                    for (var i = 0; i < count; i++)
                    {
                        var call = ours.ExecuteAsync(
                            static (state, _) => ValueTask.FromResult(state),
                            i,
                            Repetition.Call
                        );
                        Sink.Keep(Result(call));
                    }
                }
            )
            {
                Goals = [Goal.Ratio(1.2), Goal.NoMoreBytes],
            },
        ];
    }

    public void Dispose() => _services.Dispose();

    // The call ends on the spot: what is measured is the pipeline.
    [SuppressMessage(
        "Usage",
        "VSTHRD002",
        Justification = "A completed call is read, not waited for."
    )]
    private static int Result(ValueTask<int> call) =>
        call.IsCompletedSuccessfully
            ? call.Result
            : throw new InvalidOperationException("The call did not end on the spot.");
}
