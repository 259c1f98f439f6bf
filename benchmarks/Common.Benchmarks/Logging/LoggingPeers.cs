using Common.Context;
using Common.Logging;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Logging.Console;
using Microsoft.Extensions.Options;
using NLog.Extensions.Logging;
using NLog.Layouts;
using NLog.Targets;
using NLog.Targets.Wrappers;
using Serilog;
using Serilog.Core;
using Serilog.Events;
using Serilog.Formatting;
using ILogger = Microsoft.Extensions.Logging.ILogger;

namespace Common.Benchmarks.Logging;

#pragma warning disable CA2000 // the configuration and the provider dispose of what they are given
#pragma warning disable CA1001 // a StringWriter holds nothing to dispose of

/// <summary>The same service, event and context in the logging of ourselves and of others; each formats, and nobody takes it.</summary>
internal static class LoggingPeers
{
    public static readonly ServiceIdentity Identity = new(
        "orders",
        "2.3.0",
        "a7f3",
        "node-4",
        "prod"
    );

    private const string Id = "req-550e8400-e29b-41d4-a716-446655440000";
    private const string GlobalId = "req-0af76519-16cd-43dd-8448-eb211c80319c";
    private const string TraceId = "0af7651916cd43dd8448eb211c80319c";
    private const string SpanId = "b7ad6b7169203331";

    /// <summary>The request that all work for.</summary>
    public static RequestContext Context => Request.Context;

    /// <summary>What the others put into every record by their own means.</summary>
    private static readonly Dictionary<string, object> Fields = new()
    {
        ["request_id"] = Id,
        ["global_request_id"] = GlobalId,
        ["trace_id"] = TraceId,
        ["span_id"] = SpanId,
        ["user"] = "alice",
        ["tenant"] = "/acme/eu",
        ["service"] = "orders",
        ["version"] = "2.3.0",
        ["instance"] = "a7f3",
        ["host"] = "node-4",
        ["environment"] = "prod",
    };

    public static ServiceProvider Common(LogFormat format, string path = "/dev/null") =>
        new ServiceCollection()
            .AddLogging(builder => builder.AddCommonLogging(Identity))
            .AddSingleton(
                Options.Create(new LoggingOptions { Format = format, Output = LogOutput.File })
            )
            .AddSingleton(Options.Create(new LogFileOptions { Path = path }))
            .BuildServiceProvider();

    /// <summary>The platform's factory, and nobody behind it.</summary>
    public static ServiceProvider Idle() =>
        new ServiceCollection()
            .AddLogging(builder => builder.Services.AddSingleton<ILoggerProvider, IdleProvider>())
            .BuildServiceProvider();

    /// <summary>Ours, as a factory without services of its own, as the others are.</summary>
    public static ILoggerFactory CommonFactory(string path) =>
        LoggerFactory.Create(builder =>
        {
            builder.AddCommonLogging(Identity);
            builder
                .Services.AddSingleton(
                    Options.Create(
                        new LoggingOptions { Format = LogFormat.Json, Output = LogOutput.File }
                    )
                )
                .AddSingleton(Options.Create(new LogFileOptions { Path = path }));
        });

    /// <summary>The platform's console formatters, writing nowhere unless told where.</summary>
    public static ServiceProvider Platform(bool isJson, TextWriter? output = null)
    {
        var services = new ServiceCollection();
        services.AddLogging(builder =>
        {
            builder.AddJsonConsole(console =>
            {
                console.IncludeScopes = true;
                console.TimestampFormat = "yyyy-MM-dd'T'HH:mm:ss.ffffff'Z'";
            });
            builder.AddSimpleConsole(console =>
            {
                console.IncludeScopes = true;
                console.SingleLine = true;
                console.TimestampFormat = "yyyy-MM-dd'T'HH:mm:ss.ffffff'Z' ";
            });
            builder.ClearProviders();
        });
        services.AddSingleton<ILoggerProvider>(provider => new FormatterProvider(
            provider
                .GetServices<ConsoleFormatter>()
                .Single(formatter => formatter.Name == (isJson ? "json" : "simple")),
            output
        ));
        return services.BuildServiceProvider();
    }

    public static ILoggerFactory Serilog(bool isJson, TextWriter? output = null)
    {
        ITextFormatter formatter = isJson
            ? new global::Serilog.Formatting.Json.JsonFormatter(renderMessage: true)
            : new global::Serilog.Formatting.Display.MessageTemplateTextFormatter(
                "{Timestamp:yyyy-MM-ddTHH:mm:ss.ffffffZ} {Level:u4} {service}[{instance}] [{request_id} {global_request_id} {user} {tenant}] {SourceContext} {Message:lj} {Properties}{NewLine}"
            );
        var configuration = new LoggerConfiguration().WriteTo.Sink(
            new FormatterSink(formatter, output)
        );
        foreach (var (name, value) in Fields)
            configuration.Enrich.WithProperty(name, value);
        return LoggerFactory.Create(builder =>
            builder.AddSerilog(configuration.CreateLogger(), dispose: true)
        );
    }

    /// <summary>NLog; with <paramref name="isQueued"/> a thread of its own writes.</summary>
    public static ILoggerFactory NLog(bool isJson, TextWriter? output = null, bool isQueued = false)
    {
        var configuration = new global::NLog.Config.LoggingConfiguration();
        var target = new WriterTarget(output)
        {
            Layout = isJson
                ? JsonLayout()
                : Layout.FromString(
                    "${date:universalTime=true:format=yyyy-MM-ddTHH\\:mm\\:ss.ffffffZ} ${level} orders[a7f3] [${scopeproperty:request_id} ${scopeproperty:global_request_id} ${scopeproperty:user} ${scopeproperty:tenant}] ${logger} ${message} ${all-event-properties}"
                ),
        };
        Target outer = isQueued
            ? new AsyncTargetWrapper(target, 100_000, AsyncTargetWrapperOverflowAction.Block)
            : target;
        configuration.AddRule(global::NLog.LogLevel.Info, global::NLog.LogLevel.Fatal, outer);
        var factory = new global::NLog.LogFactory { Configuration = configuration };
        return LoggerFactory.Create(builder =>
            builder.AddProvider(new NLogLoggerProvider(new NLogProviderOptions(), factory))
        );
    }

    /// <summary>The logger of a peer that is made by a method of this class.</summary>
    public static ILogger<T> LoggerOf<T>(IDisposable peer) =>
        peer is ILoggerFactory factory
            ? new Logger<T>(factory)
            : ((IServiceProvider)peer).GetRequiredService<ILogger<T>>();

    /// <summary>Enters the scope that MEL and NLog take the context from.</summary>
    /// <remarks>MEL's text shows a scope as its <c>ToString</c>, so there it has a template.</remarks>
    public static IDisposable? EnterScope(ILogger logger, bool hasTemplate = false) =>
        hasTemplate
            ? logger.BeginScope(
                "{Service}[{Instance}] [{RequestId} {GlobalRequestId} {User} {Tenant}]",
                Identity.Service,
                Identity.Instance,
                Fields["request_id"],
                Fields["global_request_id"],
                Fields["user"],
                Fields["tenant"]
            )
            : logger.BeginScope(Fields);

    private static JsonLayout JsonLayout()
    {
        var layout = new JsonLayout
        {
            IncludeEventProperties = true,
            IncludeScopeProperties = true,
        };
        layout.Attributes.Add(
            new JsonAttribute(
                "timestamp",
                "${date:universalTime=true:format=yyyy-MM-ddTHH\\:mm\\:ss.ffffffZ}"
            )
        );
        layout.Attributes.Add(new JsonAttribute("level", "${level}"));
        layout.Attributes.Add(new JsonAttribute("logger", "${logger}"));
        layout.Attributes.Add(new JsonAttribute("message", "${message}"));
        return layout;
    }

    private sealed class WriterTarget(TextWriter? output) : TargetWithLayout
    {
        protected override void Write(global::NLog.LogEventInfo logEvent)
        {
            var line = RenderLogEvent(Layout, logEvent);
            if (output is null)
                Runner.Sink.Keep(line);
            else
                output.WriteLine(line);
        }
    }

    private sealed class FormatterSink(ITextFormatter formatter, TextWriter? output) : ILogEventSink
    {
        private readonly Lock _lock = new();
        private readonly StringWriter _writer = new();

        public void Emit(LogEvent logEvent)
        {
            lock (_lock)
            {
                if (output is not null)
                {
                    formatter.Format(logEvent, output);
                    return;
                }

                _writer.GetStringBuilder().Clear();
                formatter.Format(logEvent, _writer);
            }
        }
    }

    private sealed class FormatterProvider(ConsoleFormatter formatter, TextWriter? output)
        : ILoggerProvider,
            ISupportExternalScope
    {
        private IExternalScopeProvider? _scopes;

        public ILogger CreateLogger(string categoryName) => new Logger(this, categoryName);

        public void SetScopeProvider(IExternalScopeProvider scopeProvider) =>
            _scopes = scopeProvider;

        public void Dispose() { }

        private sealed class Logger(FormatterProvider provider, string category) : ILogger
        {
            private readonly Lock _lock = new();
            private readonly StringWriter _writer = new();

            public IDisposable? BeginScope<TState>(TState state)
                where TState : notnull => null;

            public bool IsEnabled(LogLevel logLevel) => true;

            public void Log<TState>(
                LogLevel logLevel,
                EventId eventId,
                TState state,
                Exception? exception,
                Func<TState, Exception?, string> formatter
            )
            {
                var entry = new LogEntry<TState>(
                    logLevel,
                    category,
                    eventId,
                    state,
                    exception,
                    formatter
                );
                lock (_lock)
                {
                    if (provider.Output is not null)
                    {
                        provider.Formatter.Write(in entry, provider._scopes, provider.Output);
                        return;
                    }

                    _writer.GetStringBuilder().Clear();
                    provider.Formatter.Write(in entry, provider._scopes, _writer);
                }
            }
        }

        private TextWriter? Output { get; } = output;

        private ConsoleFormatter Formatter { get; } = formatter;
    }

    /// <summary>Apart, so that a process that enters no request does not pay for one.</summary>
    private static class Request
    {
        public static readonly RequestContext Context = new(RequestId.Parse(Id))
        {
            GlobalRequestId = RequestId.Parse(GlobalId),
            TraceId = System.Diagnostics.ActivityTraceId.CreateFromString(LoggingPeers.TraceId),
            SpanId = System.Diagnostics.ActivitySpanId.CreateFromString(LoggingPeers.SpanId),
            User = "alice",
            Tenant = TenantPath.Parse("/acme/eu"),
        };
    }
}
