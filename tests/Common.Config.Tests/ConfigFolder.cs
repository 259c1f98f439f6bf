using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Common.Config.Tests;

/// <summary>A folder of configuration files that is removed at the end of a test.</summary>
internal sealed class ConfigFolder : IDisposable
{
    public ConfigFolder() => Root = Directory.CreateTempSubdirectory("common-config-").FullName;

    public string Root { get; }

    /// <summary>How the names of the environment's variables begin that are read; one of its own for a test that sets one, since all tests share the environment.</summary>
    public string VariablePrefix { get; init; } = "CONFIGTESTS_";

    public string File(string name) => Path.Combine(Root, name);

    public ConfigFolder Write(string name, string content)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(File(name))!);
        System.IO.File.WriteAllText(File(name), content);
        return this;
    }

    /// <summary>A configuration with the sources of the default host: two files, then the environment, then the command line.</summary>
    public ConfigurationManager Configuration(params string[] arguments)
    {
        var configuration = new ConfigurationManager();
        configuration.SetBasePath(Root);
        configuration.AddJsonFile("appsettings.json", optional: true, reloadOnChange: false);
        configuration.AddJsonFile("appsettings.Test.json", optional: true, reloadOnChange: false);
        configuration.AddEnvironmentVariables(VariablePrefix);
        configuration.AddCommandLine(arguments);
        return configuration;
    }

    public static ServiceProvider Services(
        ConfigurationManager configuration,
        Action<IServiceCollection>? configure = null
    )
    {
        var services = new ServiceCollection();
        services.AddCommonConfig(configuration, "Common.Config.Tests");
        configure?.Invoke(services);
        return services.BuildServiceProvider();
    }

    public ServiceProvider Services(params string[] arguments) =>
        Services(Configuration(arguments));

    /// <summary>Starts, and gives what is wrong.</summary>
    public IReadOnlyList<string> Errors(params string[] arguments)
    {
        using var services = Services(arguments);
        var exception = Assert.Throws<ConfigException>(
            services.GetRequiredService<IStartupValidator>().Validate
        );
        return
        [
            .. exception.Errors.Select(e =>
                e.ToString()
                    .Replace(Root + Path.DirectorySeparatorChar, "", StringComparison.Ordinal)
            ),
        ];
    }

    public void Dispose() => Directory.Delete(Root, recursive: true);
}
