using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Common.Benchmarks.Config;

/// <summary>The same service on the platform's monitor and generated binder.</summary>
internal sealed class PlatformService : IDisposable
{
    private readonly BenchFile _file = new("Thousand", groups: 10);
    private readonly IConfigurationRoot _root;
    private readonly ServiceProvider _services;

    public PlatformService()
    {
        var builder = new ConfigurationManager();
        builder.SetBasePath(_file.Folder);
        builder.AddJsonFile("appsettings.json", optional: false, reloadOnChange: false);
        var services = new ServiceCollection();
        services.Configure<ThousandOptions>(builder.GetSection("Thousand"));
        _root = builder;
        _services = services.BuildServiceProvider();
        Monitor = _services.GetRequiredService<IOptionsMonitor<ThousandOptions>>();
    }

    /// <summary>The options.</summary>
    public IOptionsMonitor<ThousandOptions> Monitor { get; }

    /// <summary>The value that the file has now.</summary>
    public int First => _file.First;

    /// <summary>Changes the file, reads it again and gives the options.</summary>
    public ThousandOptions Reload()
    {
        _file.Change();
        _root.Reload();
        return Monitor.CurrentValue;
    }

    public void Dispose()
    {
        _services.Dispose();
        ((IDisposable)_root).Dispose();
        _file.Dispose();
    }
}
