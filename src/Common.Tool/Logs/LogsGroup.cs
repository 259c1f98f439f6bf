using System.CommandLine;
using Common.Tool.Logs.Commands;

namespace Common.Tool.Logs;

/// <summary>The commands for whoever is on call: they read the logs of services, in both formats.</summary>
internal static class LogsGroup
{
    /// <summary>Makes the group.</summary>
    public static Command Create() =>
        new("logs", "Reads the logs of services, in both formats, from files or standard input.")
        {
            ShowCommand.Create(),
            TraceCommand.Create(),
            StatsCommand.Create(),
            CheckCommand.Create(),
        };
}
