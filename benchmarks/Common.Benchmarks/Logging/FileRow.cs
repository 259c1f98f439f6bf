using System.Text;
using Common.Benchmarks.Runner;
using Common.Logging;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Common.Benchmarks.Logging;

/// <summary>JSON records to a file, all of them flushed in the end, by one thread or by two at once.</summary>
internal abstract class FileRow : IRow, IDisposable
{
    private const int StreamBuffer = 256 * 1024;

    private readonly List<IDisposable> _disposables = [];

    public string Area => "Logging";

    public abstract string Title { get; }

    public virtual TimeSource Time => TimeSource.Wall;

    public bool AsRate => true;

    public int LeastOperations => 10_000;

    public abstract IReadOnlyList<Contender> Prepare();

    public void Dispose()
    {
        _disposables.Reverse();
        _disposables.ForEach(disposable => disposable.Dispose());
    }

    /// <summary>Ours.</summary>
    protected Action<int> Common(int threads)
    {
        var file = Keep(new TemporaryFile());
        var services = Keep(LoggingPeers.Common(LogFormat.Json, file.Path));
        var logger = services.GetRequiredService<ILogger<RecordRow>>();
        var provider = services
            .GetServices<ILoggerProvider>()
            .OfType<CommonLoggerProvider>()
            .Single();
        return InThreads(
            threads,
            file,
            RecordRow.InContext(logger, static (logger, i) => logger.OrderCompleted(i, 3, 129.95m)),
            () =>
            {
                if (!provider.Flush(TimeSpan.FromMinutes(1)))
                    throw new InvalidOperationException("Not all records are written.");
            }
        );
    }

    /// <summary>The limit, with one buffer for all threads.</summary>
    protected Action<int> HandWritten(int threads)
    {
        var file = Keep(new TemporaryFile());
        var limit = Keep(new HandWrittenFile(file.Path));
        var run = InThreads(
            threads,
            file,
            count =>
            {
                using var context = LoggingPeers.Context.Enter();
                limit.Run(count);
            },
            limit.Flush
        );
        return count =>
        {
            limit.Restart();
            run(count);
        };
    }

    protected Action<int> Platform(int threads) =>
        Peer(threads, output => LoggingPeers.Platform(isJson: true, output));

    protected Action<int> NLog(int threads) =>
        Peer(threads, output => LoggingPeers.NLog(isJson: true, output));

    protected Action<int> Serilog(int threads) =>
        Peer(threads, output => LoggingPeers.Serilog(isJson: true, output));

    /// <summary>A peer that writes into a buffered file.</summary>
    private Action<int> Peer(int threads, Func<TextWriter, IDisposable> create)
    {
        var file = Keep(new TemporaryFile());
        var stream = new FileStream(
            file.Path,
            FileMode.Create,
            FileAccess.Write,
            FileShare.ReadWrite,
            StreamBuffer
        );
        var output = Keep(new StreamWriter(stream, new UTF8Encoding(false), StreamBuffer));
        var peer = Keep(create(output));
        var logger = LoggingPeers.LoggerOf<RecordRow>(peer);
        return InThreads(
            threads,
            file,
            count =>
            {
                using var scope = LoggingPeers.EnterScope(logger);
                for (var i = 0; i < count; i++)
                    logger.PlatformOrderCompleted(42 + (i & 31), 3, 129.95m);
            },
            output.Flush,
            () => stream.Position = 0
        );
    }

    /// <summary>Shares the work out among threads, and flushes when all are done.</summary>
    private static Action<int> InThreads(
        int threads,
        TemporaryFile file,
        Action<int> run,
        Action flush,
        Action? restart = null
    ) =>
        count =>
        {
            file.Truncate();
            restart?.Invoke();
            var others = Enumerable
                .Range(1, threads - 1)
                .Select(_ => new Thread(() => run(count / threads)))
                .ToList();
            others.ForEach(thread => thread.Start());
            run(count - (count / threads * (threads - 1)));
            others.ForEach(thread => thread.Join());
            flush();
        };

    private T Keep<T>(T disposable)
        where T : IDisposable
    {
        _disposables.Add(disposable);
        return disposable;
    }
}
