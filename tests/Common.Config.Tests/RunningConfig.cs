using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Common.Config.Tests;

/// <summary>A started service whose clock and log belong to the test.</summary>
internal sealed class RunningConfig : IDisposable
{
    private readonly ServiceProvider _services;

    public RunningConfig(
        ConfigFolder folder,
        Action<IServiceCollection>? configure = null,
        params string[] arguments
    )
    {
        Configuration = new ConfigurationManager();
        Configuration.SetBasePath(folder.Root);
        Configuration.AddJsonFile("appsettings.json", optional: true, reloadOnChange: true);
        Configuration.AddCommandLine(arguments);
        _services = ConfigFolder.Services(
            Configuration,
            s =>
            {
                s.AddSingleton<TimeProvider>(Time);
                s.AddLogging(l => l.AddProvider(Log).SetMinimumLevel(LogLevel.Trace));
                configure?.Invoke(s);
            }
        );
        Get<IStartupValidator>().Validate();
        Log.Clear(); // what the start says of secrets in arguments
    }

    public ConfigurationManager Configuration { get; }

    public TestTime Time { get; } = new();

    public LogLines Log { get; } = new();

    public ReloadedOptions Options => Get<Live<ReloadedOptions>>().Current;

    public T Get<T>()
        where T : notnull => _services.GetRequiredService<T>();

    /// <summary>Lets a change come to rest.</summary>
    public void TickTwice()
    {
        Time.Tick();
        Time.Tick();
    }

    public void Dispose()
    {
        _services.Dispose();
        Configuration.Dispose();
        Log.Dispose();
    }
}
