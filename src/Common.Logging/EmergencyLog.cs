using Common.Logging.Internal;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging;

namespace Common.Logging;

/// <summary>Writes records before the host's logging is up, or when it is gone, in the configured format.</summary>
/// <remarks>
/// What is logged through it is on standard output, or on standard error if that is configured, when it is disposed. It reads
/// the format by itself, and never throws: with configuration that cannot be read it writes text.
/// </remarks>
/// <example><code>using var log = EmergencyLog.Open(configuration, identity); log.Logger.StartFailed(exception);</code></example>
public sealed class EmergencyLog : IDisposable
{
    private readonly CommonLoggerProvider _provider;

    private EmergencyLog(CommonLoggerProvider provider)
    {
        _provider = provider;
        Logger = provider.CreateLogger("Common.Hosting");
    }

    /// <summary>Takes the records.</summary>
    public ILogger Logger { get; }

    /// <summary>Opens the log.</summary>
    /// <param name="configuration">Where format and output are read from, or <see langword="null"/> if there is none.</param>
    /// <param name="identity">Names the service.</param>
    /// <returns>A log, to be disposed at once after use.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="identity"/> is <see langword="null"/>.</exception>
    public static EmergencyLog Open(IConfiguration? configuration, ServiceIdentity identity)
    {
        ArgumentNullException.ThrowIfNull(identity);
        var options = ReadOptions(configuration);
        var sink = Sinks.Create(options, new LogFileOptions(), TimeProvider.System);
        return new EmergencyLog(
            new CommonLoggerProvider(options, identity, TimeProvider.System, new LevelRules(), sink)
        );
    }

    /// <inheritdoc/>
    public void Dispose() => _provider.Dispose();

    private static LoggingOptions ReadOptions(IConfiguration? configuration)
    {
        var section = configuration?.GetSection("Common:Logging");
        _ = Enum.TryParse(Read(section, "Format"), ignoreCase: true, out LogFormat format);
        _ = bool.TryParse(Read(section, "JournalPriorities"), out var priorities);
        var isError = string.Equals(
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
