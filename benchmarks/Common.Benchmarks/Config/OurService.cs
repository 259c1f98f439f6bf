using Common.Config;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Common.Benchmarks.Config;

/// <summary>A service with one section of our own, whose one file changes and is read again.</summary>
internal sealed class OurService<T> : IDisposable
    where T : class, IConfigSection<T>
{
    private readonly BenchFile _file;
    private readonly IConfigurationRoot _root;
    private readonly ServiceProvider _services;

    public OurService(string section, int groups)
    {
        _file = new BenchFile(section, groups);
        var builder = new ConfigurationManager();
        builder.SetBasePath(_file.Folder);
        builder.AddJsonFile("appsettings.json", optional: false, reloadOnChange: true);
        var services = new ServiceCollection();
        services.AddCommonConfig(builder, typeof(OurService<>).Assembly.GetName().Name);
        _root = builder;
        _services = services.BuildServiceProvider();
        _services.GetRequiredService<IStartupValidator>().Validate();
        Live = _services.GetRequiredService<Live<T>>();
    }

    /// <summary>The options.</summary>
    public Live<T> Live { get; }

    /// <summary>The value that the file has now.</summary>
    public int First => _file.First;

    /// <summary>Changes the file, reads it again and gives the options.</summary>
    public T Reload()
    {
        _file.Change();
        _root.Reload();
        return Live.Current;
    }

    public void Dispose()
    {
        _services.Dispose();
        ((IDisposable)_root).Dispose();
        _file.Dispose();
    }
}
