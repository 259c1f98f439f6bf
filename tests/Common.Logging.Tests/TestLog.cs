using Common.Logging.Internal;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Common.Logging.Tests;

/// <summary>The platform's logging with our provider, writing into memory.</summary>
internal sealed class TestLog : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly ServiceProvider _services;
#pragma warning disable CA2213 // the services dispose of it
    private readonly CommonLoggerProvider _provider;
#pragma warning restore CA2213

    public TestLog(
        LogFormat format = LogFormat.Json,
        LoggingOptions? options = null,
        TimeProvider? time = null,
        Action<ILoggingBuilder>? configure = null,
        IConfiguration? levels = null,
        ServiceIdentity? identity = null
    )
    {
        Sink = new MemorySink();
        var services = new ServiceCollection();
        services.AddLogging(builder =>
        {
            builder.AddCommonLogging(identity ?? Identity);
            if (levels is not null)
            {
                builder.AddConfiguration(levels);
            }

            configure?.Invoke(builder);
        });
        services.Remove(
            services.Single(service => service.ImplementationType == typeof(CommonLoggerProvider))
        );
        services.AddMetrics();
        services.AddSingleton(provider => new CommonLoggerProvider(
            options ?? new LoggingOptions { Format = format },
            provider.GetRequiredService<ServiceIdentity>(),
            time ?? new FixedTime(),
            provider.GetRequiredService<LevelRules>(),
            Sink,
            provider.GetRequiredService<System.Diagnostics.Metrics.IMeterFactory>()
        ));
        services.AddSingleton<ILoggerProvider>(provider =>
            provider.GetRequiredService<CommonLoggerProvider>()
        );
        _services = services.BuildServiceProvider();
        Factory = _services.GetRequiredService<ILoggerFactory>();
        _provider = _services.GetRequiredService<CommonLoggerProvider>();
        Logger = Factory.CreateLogger("Orders.Checkout");
    }

    public static ServiceIdentity Identity { get; } =
        new("orders", "2.3.0", "a7f3", "node-4", "prod");

    public MemorySink Sink { get; }

    public ILoggerFactory Factory { get; }

    public ILogger Logger { get; }

    public CommonLoggerProvider Provider => _provider;

    public IServiceProvider Services => _services;

    /// <summary>All that was written.</summary>
    public string Text
    {
        get
        {
            Assert.True(_provider.Flush(Patience));
            return Sink.Text;
        }
    }

    /// <summary>The lines that were written.</summary>
    public string[] Lines
    {
        get
        {
            var text = Text;
            Assert.True(text.Length == 0 || text.EndsWith('\n'));
            return text.Split('\n')[..^1];
        }
    }

    /// <summary>The records that were written, read back.</summary>
    public IReadOnlyList<LogRecord> Records => LogRecordReader.ReadAll(Lines);

    /// <summary>The one record that was written, read back.</summary>
    public LogRecord Record => Assert.Single(Records);

    public void Dispose() => _services.Dispose();
}
