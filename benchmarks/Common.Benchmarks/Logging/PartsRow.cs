using System.Diagnostics;
using Common.Benchmarks.Runner;
using Common.Context;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Common.Benchmarks.Logging;

/// <summary>What a record is made of, each part for itself, to see where the time goes.</summary>
internal sealed class PartsRow : IRow, IDisposable
{
    private const int RecordLength = 600;

    private readonly ServiceProvider _services = LoggingPeers.Idle();

    [ThreadStatic]
    private static int t_value; // of the thread alone, as the number of its buffer is

    private int _lock;

    public string Area => "Logging";

    public string Title => "the parts of a record";

    public IReadOnlyList<Contender> Prepare()
    {
        var logger = _services.GetRequiredService<ILogger<PartsRow>>();
        var source = new byte[RecordLength];
        var target = new byte[RecordLength];
        return
        [
            new(
                "the clock",
                count =>
                {
                    for (var i = 0; i < count; i++)
                        Sink.Keep(Stopwatch.GetTimestamp());
                }
            ),
            new(
                "whose request it is: one AsyncLocal",
                count =>
                {
                    using var context = LoggingPeers.Context.Enter();
                    for (var i = 0; i < count; i++)
                        Sink.Keep(RequestContext.Current);
                }
            ),
            new(
                "the same by ExecutionContext",
                count =>
                {
                    using var context = LoggingPeers.Context.Enter();
                    for (var i = 0; i < count; i++)
                        Sink.Keep(ExecutionContext.Capture());
                }
            ),
            new(
                "a value of the thread",
                count =>
                {
                    t_value = 1;
                    for (var i = 0; i < count; i++)
                        Sink.Keep(t_value);
                }
            ),
            new(
                "the number of the processor, which is not used",
                count =>
                {
                    for (var i = 0; i < count; i++)
                        Sink.Keep(Thread.GetCurrentProcessorId());
                }
            ),
            new(
                "a lock that nobody else wants",
                count =>
                {
                    for (var i = 0; i < count; i++)
                    {
                        while (Interlocked.CompareExchange(ref _lock, 1, 0) != 0) { }
                        Volatile.Write(ref _lock, 0);
                    }
                }
            ),
            new(
                $"{RecordLength} bytes copied",
                count =>
                {
                    for (var i = 0; i < count; i++)
                        source.AsSpan().CopyTo(target);
                }
            ),
            new(
                "ILogger<T> to a provider that does nothing: IsEnabled",
                count =>
                {
                    for (var i = 0; i < count; i++)
                        Sink.Keep(logger.IsEnabled(LogLevel.Information));
                }
            ),
            new(
                "the same: a declared event",
                count =>
                {
                    for (var i = 0; i < count; i++)
                        logger.OrderCompleted(i, 3, 129.95m);
                }
            ),
            new(
                "the same: [LoggerMessage]",
                count =>
                {
                    for (var i = 0; i < count; i++)
                        logger.PlatformOrderCompleted(i, 3, 129.95m);
                }
            ),
        ];
    }

    public void Dispose() => _services.Dispose();
}
