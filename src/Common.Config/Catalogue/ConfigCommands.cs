using System.Reflection;
using Common.Config.Internal;
using Common.Config.Internal.Commands;
using Microsoft.Extensions.Configuration;

namespace Common.Config.Catalogue;

/// <summary>The commands <c>common config …</c>, on the tool and on a service's own executable.</summary>
public static class ConfigCommands
{
    /// <summary>The exit code where all is well.</summary>
    public const int Success = 0;

    /// <summary>The exit code of <c>check</c> where it found errors.</summary>
    public const int Found = 1;

    /// <summary>The exit code for a command line that is wrong, and for a file that cannot be read.</summary>
    public const int Usage = 3;

    /// <summary>Runs a command of the service's executable, if the command line is one: <c>common config …</c>.</summary>
    /// <param name="arguments">The command line of the service.</param>
    /// <param name="configuration">The configuration of the host.</param>
    /// <param name="applicationName">The name of the service's assembly; without it, it is the entry assembly.</param>
    /// <param name="output">Where answers go.</param>
    /// <param name="error">Where complaints go.</param>
    /// <param name="whenBuilt">
    /// Takes what only the service itself can answer, once it is built and before it starts: <c>check</c> asks its validators, and then has put the
    /// files in the place of the configuration's own. What it takes gives the exit code. Without it <c>check</c> says that it has not asked them.
    /// </param>
    /// <returns>The exit code, unless <paramref name="whenBuilt"/> was called; <see langword="null"/> where the command line is not for this package, and the service should start.</returns>
    public static int? TryRun(
        IReadOnlyList<string> arguments,
        IConfiguration configuration,
        string? applicationName,
        TextWriter output,
        TextWriter error,
        Action<Func<IServiceProvider, int>>? whenBuilt = null
    )
    {
        ArgumentNullException.ThrowIfNull(arguments);
        ArgumentNullException.ThrowIfNull(configuration);
        if (arguments is not ["common", "config", ..])
        {
            return null;
        }

        var application =
            (applicationName is null ? null : ConfigRegistry.Load(applicationName))
            ?? Assembly.GetEntryAssembly()
            ?? typeof(Secret).Assembly;
        var registry = new ConfigRegistry();
        foreach (
            var section in registry.Find(typeof(Secret).Assembly).Concat(registry.Find(application))
        )
        {
            registry.Add(section);
        }

        return new CommandRunner(
            ConfigCatalogue.Of(application),
            registry,
            configuration,
            output,
            error
        )
        {
            WhenBuilt = whenBuilt,
        }.Run([.. arguments.Skip(2)]);
    }

    /// <summary>Runs a command on the catalogue of a compiled service, without running its code.</summary>
    /// <param name="arguments">The arguments after <c>common config</c>.</param>
    /// <param name="catalogue">The catalogue.</param>
    /// <param name="output">Where answers go.</param>
    /// <param name="error">Where complaints go.</param>
    /// <returns>The exit code.</returns>
    public static int Run(
        IReadOnlyList<string> arguments,
        ConfigCatalogue catalogue,
        TextWriter output,
        TextWriter error
    )
    {
        ArgumentNullException.ThrowIfNull(arguments);
        ArgumentNullException.ThrowIfNull(catalogue);
        return new CommandRunner(
            catalogue,
            registry: null,
            configuration: null,
            output,
            error
        ).Run([.. arguments]);
    }
}
