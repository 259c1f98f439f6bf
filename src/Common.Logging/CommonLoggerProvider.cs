using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using Common.Logging.Internal;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Common.Logging;

/// <summary>Writes log records in the organisation's one shape, as text or JSON.</summary>
/// <remarks>Registered by <c>AddCommonLogging</c>. Thread-safe. A log call never throws into its caller.</remarks>
[ProviderAlias(ProviderAlias)]
public sealed class CommonLoggerProvider : ILoggerProvider, ISupportExternalScope
{
    /// <summary>The provider's name in configuration: <c>Logging:Common:LogLevel</c>.</summary>
    internal const string ProviderAlias = "Common";

    private const string OwnCategory = "Common.Logging";

    private readonly ConcurrentDictionary<string, CategoryLogger> _loggers = new(
        StringComparer.Ordinal
    );
    private readonly LevelRules _rules;
    private readonly ExitHooks? _exitHooks;
    private readonly HangUpHook? _hangUpHook;
    private readonly RecordMeter? _meter;

    /// <summary>Makes a provider.</summary>
    /// <param name="options">How records are written.</param>
    /// <param name="file">The file, where records go to one.</param>
    /// <param name="identity">Names the service.</param>
    /// <param name="services">Has the clock and the meters, if there are any.</param>
    public CommonLoggerProvider(
        IOptions<LoggingOptions> options,
        IOptions<LogFileOptions> file,
        ServiceIdentity identity,
        IServiceProvider services
    )
        : this(
            options?.Value ?? throw new ArgumentNullException(nameof(options)),
            identity,
            Service<TimeProvider>(services) ?? TimeProvider.System,
            Service<LevelRules>(services) ?? new LevelRules(),
            Sinks.Create(
                options.Value,
                file?.Value ?? throw new ArgumentNullException(nameof(file)),
                Service<TimeProvider>(services) ?? TimeProvider.System
            ),
            Service<IMeterFactory>(services),
            hasChangingScopes: HasChangingScopes(services)
        )
    {
        _exitHooks = new ExitHooks(Pipeline);
        _hangUpHook = HangUpHook.For(Sink);
    }

    internal CommonLoggerProvider(
        LoggingOptions options,
        ServiceIdentity identity,
        TimeProvider time,
        LevelRules rules,
        LogSink sink,
        IMeterFactory? meters = null,
        TimeSpan? endLimit = null,
        bool hasChangingScopes = false,
        int flushMilliseconds = RecordPipeline.FlushMilliseconds
    )
    {
        ArgumentNullException.ThrowIfNull(identity);
        Sink = sink;
        Scopes = new FlowScopes(hasChangingScopes);
        _rules = rules;
        var shape = new RecordShape(
            options.Format == LogFormat.Json,
            Sinks.HasColors(options),
            identity
        );
        Pipeline = new RecordPipeline(
            options,
            shape,
            new RecordClock(time),
            sink,
            flushMilliseconds
        )
        {
            EndLimit = endLimit ?? ExitHooks.Limit,
        };
        var own = CreateLogger(OwnCategory);
        Pipeline.Dropped = own.RecordsDropped;
        if (Pipeline.Limits is { } limits)
        {
            limits.Report = own.RecordsHeldBack;
        }

        sink.Failed = SinkFailureReport.To(options, identity, time);
        if (sink is FileSink file)
        {
            file.RotationFailed = own.RotationFailed;
        }

        _rules.Changed = Refresh;
        _meter = meters is null ? null : new RecordMeter(meters, Pipeline);
    }

    internal RecordPipeline Pipeline { get; }

    internal LogSink Sink { get; }

    internal Meter? Meter => _meter?.Meter;

    internal FlowScopes Scopes { get; }

    /// <inheritdoc/>
    public ILogger CreateLogger(string categoryName)
    {
        if (_loggers.TryGetValue(categoryName, out var logger))
        {
            return logger;
        }

        logger = _loggers.GetOrAdd(
            categoryName,
            static (name, provider) => new CategoryLogger(provider, name),
            this
        );
        logger.Refresh(); // the levels may have changed before it was among those that are told
        return logger;
    }

    /// <inheritdoc/>
    public void SetScopeProvider(IExternalScopeProvider scopeProvider)
    {
        Scopes.Take(scopeProvider);
        Pipeline.ForgetFlows();
    }

    /// <summary>Waits until all records that were logged before are written.</summary>
    /// <param name="limit">How long to wait at most.</param>
    /// <returns>Whether they are written; not if the time is up or the sink fails.</returns>
    public bool Flush(TimeSpan limit) => Pipeline.Flush(limit);

    /// <summary>Writes what is left, waiting for a stuck sink for at most 5 seconds, and closes the sink. A later record opens it again.</summary>
    public void Dispose()
    {
        _rules.Changed = null;
        _hangUpHook?.Dispose();
        _meter?.Dispose();
        Pipeline.Dispose();
        _exitHooks?.Dispose();
    }

    internal (LogLevel, Func<string?, string?, LogLevel, bool>?) LevelOf(string category) =>
        _rules.Of(category);

    private void Refresh()
    {
        foreach (var (_, logger) in _loggers) // "Values" would lock the whole, and start the tracing of locks
        {
            logger.Refresh();
        }
    }

    /// <summary>Whether the platform makes scopes of an activity's tags, which change while the activity runs.</summary>
    private static bool HasChangingScopes(IServiceProvider services) =>
        Service<IOptions<LoggerFactoryOptions>>(services)
            is { Value.ActivityTrackingOptions: var tracked }
        && (tracked & (ActivityTrackingOptions.Tags | ActivityTrackingOptions.Baggage))
            != ActivityTrackingOptions.None;

    private static T? Service<T>(IServiceProvider services)
        where T : class
    {
        ArgumentNullException.ThrowIfNull(services);
        return (T?)services.GetService(typeof(T));
    }
}
