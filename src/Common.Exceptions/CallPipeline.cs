using System.Diagnostics.Metrics;
using Common.Context;
using Common.Exceptions.Internal.Resilience;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Polly;

namespace Common.Exceptions;

/// <summary>
/// Calls a dependency within the request's deadline: a time limit for each attempt, retries by the kind of the failure, a retry
/// budget and a circuit breaker. Thread-safe; one for each dependency.
/// </summary>
/// <remarks>
/// Registered by <c>AddCommonResilience("name")</c> under that name. What the last attempt threw comes out as it is;
/// <see cref="Boundary"/> or <see cref="ErrorMap"/> say what it means.
/// </remarks>
public sealed class CallPipeline : IDisposable
{
    private readonly PipelineFactory _factory;
    private readonly IDisposable? _changes;
    private readonly CallStates _states = new();
    private volatile BuiltPipeline _built;

    internal CallPipeline(
        string name,
        IOptionsMonitor<ResilienceOptions> options,
        ErrorMap map,
        ILogger logger,
        TimeProvider time,
        Func<double>? chance = null,
        IMeterFactory? meters = null
    )
    {
        Name = name;
        _factory = new PipelineFactory(
            name,
            map,
            logger,
            new CallMeter(meters, name),
            time,
            chance ?? Random.Shared.NextDouble
        );
        _built = _factory.Build(options.CurrentValue);
        _changes = options.OnChange(changed => _built = _factory.Build(changed));
    }

    /// <summary>The dependency's name.</summary>
    /// <value>As it was registered; for the log.</value>
    public string Name { get; }

    /// <summary>Makes a call.</summary>
    /// <typeparam name="TState">What the call needs, so that it can be static and nothing is allocated for it.</typeparam>
    /// <typeparam name="TResult">What the call gives.</typeparam>
    /// <param name="call">Makes one attempt.</param>
    /// <param name="state">Passed to <paramref name="call"/>.</param>
    /// <param name="repetition">What may be done again.</param>
    /// <param name="cancellationToken">Ends the call, its pauses included.</param>
    /// <returns>What the last attempt gave.</returns>
    /// <exception cref="ServiceException">The request's deadline was over before the first attempt.</exception>
    public ValueTask<TResult> ExecuteAsync<TState, TResult>(
        Func<TState, CancellationToken, ValueTask<TResult>> call,
        TState state,
        Repetition repetition,
        CancellationToken cancellationToken = default
    )
    {
        ArgumentNullException.ThrowIfNull(call);
        return ExecuteAsync(call, state, repetition, request: null, cancellationToken);
    }

    /// <summary>Makes a call that gives nothing.</summary>
    /// <param name="call">Makes one attempt.</param>
    /// <param name="repetition">What may be done again.</param>
    /// <param name="cancellationToken">Ends the call, its pauses included.</param>
    /// <returns>A task that ends with the last attempt.</returns>
    /// <exception cref="ServiceException">The request's deadline was over before the first attempt.</exception>
    public async ValueTask ExecuteAsync(
        Func<CancellationToken, ValueTask> call,
        Repetition repetition,
        CancellationToken cancellationToken = default
    )
    {
        ArgumentNullException.ThrowIfNull(call);
        _ = await ExecuteAsync(
                static async (call, token) =>
                {
                    await call(token).ConfigureAwait(false);
                    return true;
                },
                call,
                repetition,
                cancellationToken
            )
            .ConfigureAwait(false);
    }

    /// <summary>Stops following changes of the options.</summary>
    public void Dispose() => _changes?.Dispose();

    internal async ValueTask<TResult> ExecuteAsync<TState, TResult>(
        Func<TState, CancellationToken, ValueTask<TResult>> call,
        TState state,
        Repetition repetition,
        HttpRequestMessage? request,
        CancellationToken cancellationToken
    )
    {
        var built = _built;
        var time = TimeFor(built);
        if (time <= TimeSpan.Zero)
        {
            throw CommonErrors.DeadlineExceeded(detail: $"no time was left to call {Name}");
        }

        built.Budget.Deposit();
        var context = ResilienceContextPool.Shared.Get(
            continueOnCapturedContext: false,
            cancellationToken
        );
        var own = _states.Rent();
        own.Begin(_factory.Time, time, repetition, request);
        context.Properties.Set(CallState.Key, own);
        try
        {
            return await built
                .Pipeline.ExecuteAsync(
                    static (context, call) => call.Call(call.State, context.CancellationToken),
                    context,
                    (Call: call, State: state)
                )
                .ConfigureAwait(false);
        }
        finally
        {
            ResilienceContextPool.Shared.Return(context);
            _states.Return(own);
        }
    }

    /// <summary>How long a call may take: what the options allow, or what the request's deadline leaves of it.</summary>
    private static TimeSpan TimeFor(BuiltPipeline built) =>
        RequestContext.Current is { Deadline: { IsNone: false, Remaining: var remaining } }
        && remaining < built.TotalTimeout
            ? remaining.ToTimeSpan()
            : built.TotalTime;
}
