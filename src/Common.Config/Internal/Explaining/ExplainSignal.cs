using System.Runtime.InteropServices;
using Microsoft.Extensions.Logging;

namespace Common.Config.Internal.Explaining;

/// <summary>Lets an operator ask a running service for its options: SIGURG writes each of them to the log.</summary>
/// <remarks>
/// Only the service's own user and root may send it, so no other access is opened. A process that does not know the signal ignores it;
/// of SIGUSR1 or SIGUSR2 it would end. Where there are no such signals, nobody can ask this way.
/// </remarks>
internal static class ExplainSignal
{
    /// <summary>Begins to listen.</summary>
    /// <returns>Ends it when disposed; null where the system has no such signal.</returns>
    public static IDisposable? Listen(ConfigStore store, Func<ILogger> logger) =>
        Number() is { } number
            ? PosixSignalRegistration.Create((PosixSignal)number, _ => Explain(store, logger))
            : null;

    /// <summary>Writes one record for each option. What it throws would end the process.</summary>
    public static void Explain(ConfigStore store, Func<ILogger> logger)
    {
        try
        {
            WriteTo(logger(), new ConfigExplainer(store).Explain());
        }
        catch (ObjectDisposedException)
        {
            // The signal came while the service ends.
        }
    }

    /// <summary>Writes one record for each option.</summary>
    public static void WriteTo(ILogger logger, IEnumerable<ConfigValue> values)
    {
        foreach (var value in values)
        {
            var winner = value.Sources[0];
            ConfigEvents.Explained(
                logger,
                value.Key,
                winner.Value,
                winner.Source,
                string.Join("; ", value.Sources.Skip(1).Select(s => $"{s.Value} from {s.Source}")),
                value.InUse
            );
        }
    }

    // The platform names only the signals that have one number everywhere.
    private static int? Number() =>
        OperatingSystem.IsLinux() ? 23
        : OperatingSystem.IsMacOS() || OperatingSystem.IsFreeBSD() ? 16
        : null;
}
