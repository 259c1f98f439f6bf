using Common.Testing;
using NodaTime;

namespace Common.Exceptions.Tests.Resilience;

/// <summary>A pipeline on a clock that moves from timer to timer, and the times at which attempts were made.</summary>
internal sealed class PipelineTest : IDisposable
{
    private readonly Lock _gate = new();
    private readonly Instant _start;

    public PipelineTest(
        ResilienceOptions options,
        double chance = 0.5,
        ErrorMap? map = null,
        Func<TimeProvider, TimeProvider>? time = null
    )
    {
        Time = time?.Invoke(Clock) ?? Clock;
        _start = Clock.GetCurrentInstant();
        Options = new ChangingOptions(options);
        Pipeline = new CallPipeline(
            "stock",
            Options,
            map ?? ErrorMap.Default,
            Logger,
            Time,
            () => chance,
            Meters
        );
    }

    public FakeClock Clock { get; } = new();

    /// <summary>What the pipeline is told of the clock.</summary>
    public TimeProvider Time { get; }

    public ChangingOptions Options { get; }

    public ListLogger Logger { get; } = new();

    /// <summary>What the pipeline counts.</summary>
    public CountingMeters Meters { get; } = new();

    public CallPipeline Pipeline { get; }

    /// <summary>When attempts were made, in milliseconds from the start.</summary>
    public List<double> Attempts { get; } = [];

    /// <summary>Notes an attempt.</summary>
    public void Attempt()
    {
        lock (_gate)
        {
            Attempts.Add(Now);
        }
    }

    public double Now => (Clock.GetCurrentInstant() - _start).TotalMilliseconds;

    /// <summary>Calls until the end of the last attempt while the clock moves from timer to timer, and gives what came out.</summary>
    public Task<Exception?> FailAsync(
        Func<CancellationToken, ValueTask> call,
        Repetition repetition = Repetition.Call
    ) => RunAsync(() => CallAsync(call, repetition, CancellationToken.None));

    /// <summary>Calls while the clock stands still, and gives what came out.</summary>
    public Task<Exception?> FailAtOnceAsync(Func<CancellationToken, ValueTask> call) =>
        Record
            .ExceptionAsync(() =>
                CallAsync(call, Repetition.Never, CancellationToken.None).AsTask()
            )
            .AsTask();

    /// <summary>Makes a call, and notes its attempts.</summary>
    public ValueTask CallAsync(
        Func<CancellationToken, ValueTask> call,
        Repetition repetition,
        CancellationToken cancellationToken
    ) =>
        Pipeline.ExecuteAsync(
            token =>
            {
                Attempt();
                return call(token);
            },
            repetition,
            cancellationToken
        );

    /// <summary>Runs work while the clock moves from timer to timer, and gives what it threw.</summary>
    public Task<Exception?> RunAsync(params IReadOnlyList<Func<ValueTask>> work) =>
        // Away from any synchronisation context what a timer sets off runs at once, on the thread that moves the clock.
        Task.Run(async () =>
        {
            var tasks = work.Select(start => start().AsTask()).ToList();
            var all = Task.WhenAll(tasks);
            while (!all.IsCompleted)
            {
                Assert.True(Clock.AdvanceToNextTimer(), "Nothing is waited for, and nothing ends.");
            }

            return await Record.ExceptionAsync(() => all);
        });

    public void Dispose()
    {
        Pipeline.Dispose();
        Meters.Dispose();
    }
}
