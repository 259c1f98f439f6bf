using Common.Logging.Internal;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging;

namespace Common.Logging;

/// <summary>Writes records before the host's logging is up, or when it is gone, in the configured format.</summary>
/// <remarks>
/// What is logged through it is written when it is disposed: by the service's own provider while that is open and its sink moves;
/// else on standard output, or on standard error if that is configured or if the provider's sink is stuck or fails. It reads the
/// format by itself, and never throws: with configuration that cannot be read it writes text.
/// </remarks>
/// <example><code>using var log = EmergencyLog.Open(configuration, identity); log.Logger.StartFailed(exception);</code></example>
public sealed class EmergencyLog : IDisposable
{
    private const string Category = "Common.Hosting";

    /// <summary>How long the provider's sink is waited for before the records take another way.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    private readonly CommonLoggerProvider _provider;
    private readonly bool _isOwner;

    private EmergencyLog(CommonLoggerProvider provider, bool isOwner)
    {
        _provider = provider;
        _isOwner = isOwner;
        Logger = provider.CreateLogger(Category);
    }

    /// <summary>Takes the records.</summary>
    public ILogger Logger { get; }

    /// <summary>Opens the log.</summary>
    /// <param name="configuration">Where format and output are read from, or <see langword="null"/> if there is none.</param>
    /// <param name="identity">Names the service.</param>
    /// <param name="provider">The service's own provider, or <see langword="null"/>, the default, if there is none yet.</param>
    /// <returns>A log, to be disposed at once after use.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="identity"/> is <see langword="null"/>.</exception>
    public static EmergencyLog Open(
        IConfiguration? configuration,
        ServiceIdentity identity,
        CommonLoggerProvider? provider = null
    )
    {
        ArgumentNullException.ThrowIfNull(identity);
        if (provider is { Pipeline.IsOpen: true } && provider.Pipeline.FlushAtEnd(Patience))
        {
            return new EmergencyLog(provider, isOwner: false);
        }

        var limit = provider?.Pipeline.EndLeft ?? ExitHooks.Limit;
        var options = ReadOptions(configuration, mustBeError: limit < ExitHooks.Limit);
        var sink = Sinks.Create(options, new LogFileOptions(), TimeProvider.System);
        return new EmergencyLog(
            new CommonLoggerProvider(
                options,
                identity,
                TimeProvider.System,
                new LevelRules(),
                sink,
                endLimit: limit
            ),
            isOwner: true
        );
    }

    /// <summary>Writes what was logged; a reader that is stuck is waited for at most 5 seconds, together with the provider's.</summary>
    public void Dispose()
    {
        if (_isOwner)
        {
            _provider.Dispose();
        }
        else
        {
            _provider.Pipeline.FlushAtEnd(ExitHooks.Limit);
        }
    }

    private static LoggingOptions ReadOptions(IConfiguration? configuration, bool mustBeError)
    {
        var section = configuration?.GetSection("Common:Logging");
        _ = Enum.TryParse(Read(section, "Format"), ignoreCase: true, out LogFormat format);
        _ = bool.TryParse(Read(section, "JournalPriorities"), out var priorities);
        var isError =
            mustBeError
            || string.Equals(
                Read(section, "Output"),
                nameof(LogOutput.StandardError),
                StringComparison.OrdinalIgnoreCase
            );
        return new LoggingOptions
        {
            Format = Enum.IsDefined(format) ? format : LogFormat.Text,
            Output = isError ? LogOutput.StandardError : LogOutput.StandardOutput,
            JournalPriorities = priorities,
        };
    }

    private static string? Read(IConfigurationSection? section, string key)
    {
        try
        {
            return section?[key];
        }
        catch (InvalidOperationException)
        {
            return null; // a provider that failed to load
        }
    }
}
