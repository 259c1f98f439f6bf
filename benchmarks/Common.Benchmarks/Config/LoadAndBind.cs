using Common.Config;
using Microsoft.Extensions.Configuration;

namespace Common.Benchmarks.Config;

/// <summary>What a start pays for a hundred options: three sources loaded, and all options bound.</summary>
internal sealed class LoadAndBind : IDisposable
{
    private const string Variable = "Bench__S8__Depth";
    private static readonly string[] Arguments = ["--Bench:S9:Depth=8"];
    private readonly BenchFile _file = new("Bench", groups: 0);

    public LoadAndBind() => Environment.SetEnvironmentVariable(Variable, "8");

    public void Dispose()
    {
        Environment.SetEnvironmentVariable(Variable, null);
        _file.Dispose();
    }

    /// <summary>The file alone, by hand.</summary>
    public double ByHand() => HandWritten.Read(File.ReadAllBytes(_file.File)).Sum;

    public double Ours() => ConfigBinder.Load<BenchOptions>(Sources()).Sum;

    /// <summary>The platform's generated binder: the project switches its generator on.</summary>
    public double Platforms()
    {
        var root = Sources().Build();
        var options = root.GetSection("Bench").Get<BenchOptions>()!;
        ((IDisposable)root).Dispose();
        return options.Sum;
    }

    /// <summary>Throws unless all read the same; the environment and the command line add one each.</summary>
    public void ThrowIfDifferent()
    {
        if (Ours() != Platforms() || Ours() != ByHand() + 2)
        {
            throw new InvalidOperationException("The contenders do not read the same options.");
        }
    }

    private ConfigurationBuilder Sources()
    {
        var builder = new ConfigurationBuilder();
        builder.SetBasePath(_file.Folder);
        builder.AddJsonFile("appsettings.json", optional: false, reloadOnChange: false);
        builder.AddEnvironmentVariables();
        builder.AddCommandLine(Arguments);
        return builder;
    }
}
